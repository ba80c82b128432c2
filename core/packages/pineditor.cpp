// SPDX-License-Identifier: MIT
#include "core/packages/pineditor.h"

#include "core/packages/packagename.h"

#include <algorithm>

namespace Slipway {

PinEditor::PinEditor(const QByteArray &bytes, PinFileKind kind, LocatedPins located,
                     const PinEditOptions &options)
    : m_bytes(bytes)
    , m_kind(kind)
    , m_located(std::move(located))
    , m_exceptLines(options.exceptLines)
{
    for (const QString &name : options.only)
        m_only.append(normalPackageName(name));
    for (const QString &name : options.except)
        m_except.append(normalPackageName(name));
}

bool PinEditor::isChosen(const Pin &pin) const
{
    return isChosenName(pin.name) && !m_exceptLines.contains(pin.line) &&
           (pin.variable.isEmpty() || !m_exceptLines.contains(pin.assignmentLine));
}

bool PinEditor::isChosenName(const QString &name) const
{
    const QString normalName = normalPackageName(name);
    return !m_except.contains(normalName) && (m_only.isEmpty() || m_only.contains(normalName));
}

void PinEditor::leaveAlone(const Pin &pin, const Message &why)
{
    m_leftAlone.append({pin.line, pin.name, why});
}

void PinEditor::clear(qsizetype index)
{
    changeSpecifier(index, pins().at(index).unpinned, {});
}

void PinEditor::setSpecifier(qsizetype index, const QByteArray &before, const QByteArray &version,
                             const QByteArray &after)
{
    changeSpecifier(index, before + version + after, {version, {}});
}

void PinEditor::setVariable(qsizetype index, const QByteArray &before, const QByteArray &variable,
                            const QByteArray &after)
{
    changeSpecifier(index, before + variable + after, {{}, variable});
}

void PinEditor::setVersion(qsizetype index, const QByteArray &version)
{
    const Pin &pin = pins().at(index);
    m_wanted.insert(index, {version, {}});
    if (!addChange(pin.versionRange, version))
        return;
    const bool isElsewhere = !pin.variable.isEmpty();
    tell(index, isElsewhere ? pin.assignmentLine : pin.line,
         isElsewhere ? pin.assignment : pin.text, pin.versionRange, version, version);
}

void PinEditor::setVersion(qsizetype index, const QByteArray &version,
                           const QList<QByteArray> &hashes)
{
    const QList<ByteRange> &old = pins().at(index).hashes;
    const ByteRange all = {old.first().begin, old.last().end};
    const ByteRange between = old.size() > 1
                                  ? ByteRange{old.at(0).end, old.at(1).begin}
                                  : ByteRange{pins().at(index).text.end, old.at(0).begin};
    QByteArray separator = between.of(m_bytes);
    if (!QByteArray(separator).replace('\\', ' ').trimmed().isEmpty())
        separator = " ";
    addChange(all, hashes.join(separator));
    setVersion(index, version);
}

QList<LeftAlone> PinEditor::leftAlone() const
{
    QList<LeftAlone> all = m_leftAlone;
    for (const LeftAlone &place : m_located.leftAlone)
        if (place.name.isEmpty() || isChosenName(place.name))
            all.append(place);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    return all;
}

Result<QByteArray> PinEditor::newBytes() const
{
    QByteArray bytes;
    qsizetype done = 0;
    for (const Change &change : m_changes) {
        bytes += m_bytes.mid(done, change.range.begin - done) + change.text;
        done = change.range.end;
    }
    bytes += m_bytes.mid(done);
    if (!m_changes.isEmpty() && !readsAsMeant(bytes))
        return Error(QStringLiteral("packages.edit-unsafe"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The versions could not be changed safely: the edited "
                                       "file would not read as meant. Edit it by hand."));
    return bytes;
}

/// False if these bytes stand there already, or are set there by another pin.
bool PinEditor::addChange(ByteRange range, const QByteArray &text)
{
    if (range.of(m_bytes) == text || m_changes.contains(range.begin))
        return false;
    m_changes.insert(range.begin, {range, text});
    return true;
}

void PinEditor::changeSpecifier(qsizetype index, const QByteArray &text, const Wanted &wanted)
{
    const Pin &pin = pins().at(index);
    m_wanted.insert(index, wanted);
    if (addChange(pin.specifier, text))
        tell(index, pin.line, pin.text, pin.specifier, text, wanted.version);
}

void PinEditor::tell(qsizetype index, int line, ByteRange shown, ByteRange range,
                     const QByteArray &text, const QByteArray &version)
{
    const Pin &pin = pins().at(index);
    const QByteArray oldText = shown.of(m_bytes);
    QByteArray newText = oldText;
    newText.replace(range.begin - shown.begin, range.size(), text);
    m_edits.append({line, pin.name, QString::fromUtf8(oldText), QString::fromUtf8(newText),
                    QString::fromUtf8(pin.version), QString::fromUtf8(version)});
}

bool PinEditor::readsAsChanged(const Pin &before, const Pin &after, qsizetype index) const
{
    const auto wanted = m_wanted.constFind(index);
    if (wanted == m_wanted.constEnd())
        return after.version == before.version && after.variable == before.variable;
    return wanted->variable.isEmpty() ? after.version == wanted->version
                                      : after.variable == wanted->variable;
}

bool PinEditor::readsAsMeant(const QByteArray &bytes) const
{
    const auto again = locatePins(bytes, m_kind);
    if (!again || again->pins.size() != pins().size())
        return false;
    for (qsizetype i = 0; i < pins().size(); ++i) {
        const Pin &before = pins().at(i);
        const Pin &after = again->pins.at(i);
        if (after.normalName != before.normalName || after.extras != before.extras ||
            after.marker != before.marker || !readsAsChanged(before, after, i))
            return false;
    }
    return true;
}

} // namespace Slipway
