// SPDX-License-Identifier: MIT
#include "core/packages/versionvariables.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isNameByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

qsizetype nameLength(const QByteArray &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isNameByte(text.at(end)))
        ++end;
    const bool isName = end > from && !(text.at(from) >= '0' && text.at(from) <= '9');
    return isName ? end - from : 0;
}

/// What may stand in a default that is a version: nothing that a shell would expand.
bool isPlainText(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isNameByte(c) || QByteArrayLiteral(".+-!").contains(c);
    });
}

/// The name that a word such as NAME=value sets; empty for other words.
QByteArray assignedName(const QByteArray &word)
{
    const qsizetype length = nameLength(word, 0);
    return length > 0 && length < word.size() && word.at(length) == '=' ? word.left(length)
                                                                        : QByteArray();
}

/// The words that assign, of a command that does nothing else.
QList<ShellWord> assignmentsIn(const ShellCommand &command)
{
    static const QSet<QByteArray> keywords = {"export", "readonly", "local", "declare", "typeset"};
    static const QSet<QByteArray> openers = {"then", "else", "do", "{"};
    QList<ShellWord> words = command.words;
    if (!words.isEmpty() && openers.contains(words.first().text.text()))
        words.removeFirst();
    if (!words.isEmpty() && keywords.contains(words.first().text.text()))
        words.removeFirst();
    const bool allAssign = std::all_of(words.begin(), words.end(), [](const ShellWord &word) {
        return !assignedName(word.text.text()).isEmpty();
    });
    return allAssign ? words : QList<ShellWord>();
}

/// The names that a command sets in a way that is not followed: for V in …, read V, unset V.
QList<QByteArray> namesSetOtherwise(const ShellCommand &command)
{
    static const QSet<QByteArray> setters = {"for", "read", "unset", "select", "getopts"};
    QList<QByteArray> names;
    for (qsizetype i = 0; i < command.words.size(); ++i)
        if (setters.contains(command.words.at(i).text.text()))
            for (qsizetype k = i + 1; k < command.words.size(); ++k)
                names.append(command.words.at(k).text.text());
    return names;
}

} // namespace

QByteArray VersionVariables::nameIn(const QByteArray &written)
{
    const bool isBraced = written.startsWith("${") && written.endsWith('}');
    if (!isBraced && !written.startsWith('$'))
        return {};
    const qsizetype from = isBraced ? 2 : 1;
    const qsizetype length = nameLength(written, from);
    const QByteArray rest = written.mid(from + length, written.size() - from - length - isBraced);
    const bool isRead =
        rest.isEmpty() || (isBraced && (rest.startsWith(":-") || rest.startsWith('-')));
    return isRead ? written.mid(from, length) : QByteArray();
}

bool VersionVariables::set(const ShellWord &word)
{
    const QByteArray name = assignedName(word.text.text());
    if (name.isEmpty())
        return false;
    VariableValue value;
    value.text = word.text.mid(name.size() + 1);
    value.assignment = {word.text.place(0).begin, word.text.endInFile()};
    if (value.text.text() == "$") {
        const auto other = expanded(value.text.place(0));
        if (!other) {
            forget(name);
            return true;
        }
        value = *other;
    }
    setTo(name, value);
    return true;
}

VersionVariables VersionVariables::under(const VersionVariables &others) const
{
    VersionVariables both = *this;
    both.m_values.insert(others.m_values);
    both.m_forgotten.unite(others.m_forgotten);
    for (const QByteArray &name : others.m_forgotten)
        both.m_values.remove(name);
    for (auto it = others.m_values.cbegin(); it != others.m_values.cend(); ++it)
        both.m_forgotten.remove(it.key());
    return both;
}

void VersionVariables::setTo(const QByteArray &name, const VariableValue &value)
{
    m_values.insert(name, value);
    m_forgotten.remove(name);
}

void VersionVariables::unset(const QByteArray &name)
{
    m_values.remove(name);
    m_forgotten.remove(name);
}

void VersionVariables::forget(const QByteArray &name)
{
    m_values.remove(name);
    m_forgotten.insert(name);
}

std::optional<VariableValue> VersionVariables::valueOf(const QByteArray &name) const
{
    const auto found = m_values.constFind(name);
    return found != m_values.constEnd() ? std::optional(*found) : std::nullopt;
}

std::optional<VariableValue> VersionVariables::expanded(ByteRange place) const
{
    const QByteArray name = nameIn(place.of(*m_file));
    if (name.isEmpty() || m_forgotten.contains(name))
        return std::nullopt;
    const auto value = valueOf(name);
    return value ? value : defaultIn(place);
}

std::optional<VariableValue> VersionVariables::defaultIn(ByteRange place) const
{
    const QByteArray written = place.of(*m_file);
    if (!written.startsWith("${"))
        return std::nullopt;
    const qsizetype dash = written.indexOf('-');
    const ByteRange range = {place.begin + dash + 1, place.end - 1};
    if (dash < 0 || range.isEmpty() || !isPlainText(range.of(*m_file)))
        return std::nullopt;
    return VariableValue{MappedBytes::of(*m_file, range), place};
}

void VersionVariables::forgetReassigned(const QList<ShellCommand> &commands)
{
    QHash<QByteArray, int> counts;
    for (const ShellCommand &command : commands) {
        const QList<ShellWord> words = assignmentsIn(command);
        for (const ShellWord &word : words)
            ++counts[assignedName(word.text.text())];
        const QList<QByteArray> others = namesSetOtherwise(command);
        for (const QByteArray &name : others)
            forget(name);
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > 1 || knows(it.key()))
            forget(it.key());
}

void VersionVariables::take(const ShellCommand &command)
{
    const QList<ShellWord> words = assignmentsIn(command);
    for (const ShellWord &word : words)
        if (!m_forgotten.contains(assignedName(word.text.text())))
            set(word);
}

} // namespace Slipway
