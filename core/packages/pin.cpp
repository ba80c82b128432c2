// SPDX-License-Identifier: MIT
#include "core/packages/pin.h"

#include "core/packages/packagename.h"
#include "core/packages/version.h"
#include "core/packages/versionvariables.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace Slipway {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// What may stand around a version inside the bytes that unpin takes out.
bool isSpecifierByte(char c)
{
    return isBlank(c) || QByteArrayLiteral("()=>\"'").contains(c);
}

Message severalConditions()
{
    return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                     "several conditions on the version: edit it by hand"));
}

/// Why the one clause of a requirement cannot be set to another version.
Message clauseObstacle(const QString &op, const QByteArray &written, bool isShellWord)
{
    const QString shown = op + QString::fromUtf8(written);
    if (written.contains('$'))
        return Message(
            isShellWord
                ? QT_TRANSLATE_NOOP("Slipway::Message",
                                    "the version comes from a variable: edit it where it is set")
                : QT_TRANSLATE_NOOP("Slipway::Message", "the version comes from the environment"));
    if (!op.isEmpty() && op != u"==" && op != u"===" && op != u">=")
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "%1 is a limit, not one version: edit it by hand"),
                       {shown});
    if (written.endsWith(".*"))
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "%1 stands for many versions: edit it by hand"),
            {shown});
    const auto version = Version::parse(QString::fromUtf8(written));
    if (!version)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 holds no version of PEP 440"),
                       {shown});
    if (version->isLocal())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "%1 is a local version, which no package index has"),
                       {shown});
    return {};
}

Message splitVersion()
{
    return Message(QT_TRANSLATE_NOOP(
        "Slipway::Message",
        "the version is split over lines or quotes, or escaped: edit it by hand"));
}

/// Sets where the specifier stands in the file, or the obstacle when its bytes do not stand
/// there as they are read.
void placeSpecifier(const MappedBytes &mapped, const Requirement &requirement,
                    const QByteArray &file, Pin *pin)
{
    const ByteRange inText = requirement.specifier;
    const qsizetype behindName = mapped.place(inText.begin - 1).end;
    pin->specifier = {behindName, behindName};
    if (inText.isEmpty())
        return;
    const SpecifierClause &clause = requirement.clauses.first();
    pin->specifier.end = mapped.place(inText.end - 1).end;
    const bool isQuotedApart =
        mapped.isQuoted(inText.begin - 1) != mapped.isQuoted(clause.versionRange.begin);
    const bool endsText = inText.end == mapped.size();
    if (isQuotedApart && endsText)
        pin->specifier.end = mapped.endInFile();
    pin->written = mapped.inFile(clause.versionRange);
    if (pin->variable.isEmpty())
        pin->versionRange = pin->written;
    const QByteArray before = file.mid(behindName, pin->written.begin - behindName);
    const QByteArray after = file.mid(pin->written.end, pin->specifier.end - pin->written.end);
    const bool isPlain = (!pin->variable.isEmpty() || mapped.isUnbroken(clause.versionRange)) &&
                         mapped.place(inText.begin).begin >= behindName &&
                         std::all_of(before.begin(), before.end(), isSpecifierByte) &&
                         std::all_of(after.begin(), after.end(), isSpecifierByte) &&
                         before.count('"') == after.count('"') &&
                         before.count('\'') == after.count('\'') && (endsText || !isQuotedApart);
    if (!isPlain && pin->obstacle.isEmpty())
        pin->obstacle = splitVersion();
}

} // namespace

PinCollector::PinCollector(const QByteArray &file) : m_file(file), m_lines(file) {}

Pin PinCollector::readPin(const MappedBytes &mapped, const Requirement &requirement,
                          const PinContext &context) const
{
    Pin pin;
    pin.name = requirement.name;
    pin.normalName = normalPackageName(pin.name);
    pin.extras = requirement.extras;
    pin.marker = requirement.marker.of(mapped.text()).trimmed();
    const qsizetype lastOfName = requirement.specifier.begin - 1;
    pin.isBareShellWord = context.isShellWord && !mapped.isQuoted(lastOfName);
    if (requirement.clauses.size() == 1) {
        pin.op = requirement.clauses.first().op;
        pin.version = requirement.clauses.first().version;
    }
    if (requirement.clauses.size() == 1)
        useVariable(mapped, context, requirement.clauses.first().versionRange, &pin);
    if (requirement.clauses.size() == 1 && pin.obstacle.isEmpty())
        pin.obstacle = clauseObstacle(pin.op, pin.version, context.isShellWord);
    else if (requirement.clauses.size() > 1)
        pin.obstacle = severalConditions();
    placeSpecifier(mapped, requirement, m_file, &pin);
    pin.hashes = context.hashes;
    pin.text = {mapped.place(requirement.nameRange.begin).begin, pin.specifier.end};
    pin.line = m_lines.lineOf(pin.text.begin);
    if (context.isRedirected)
        pin.obstacle = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "the shell reads the bare < or > behind it as a redirection, so "
                                "no version is asked for: put it in quotes"));
    else if (context.hasOddHash)
        pin.obstacle = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "it has --hash values, which belong to this version alone"));
    return pin;
}

void PinCollector::useVariable(const MappedBytes &mapped, const PinContext &context,
                               ByteRange written, Pin *pin) const
{
    if (!context.variables || written.size() != 1 || pin->version != "$")
        return;
    const ByteRange place = mapped.inFile(written);
    const auto value = context.variables->expanded(place);
    if (!value || value->text.isEmpty())
        return;
    const ByteRange all = {0, value->text.size()};
    pin->variable = place.of(m_file);
    pin->version = value->text.text();
    pin->versionRange = value->text.inFile(all);
    pin->assignment = value->assignment;
    pin->assignmentLine = m_lines.lineOf(pin->versionRange.begin);
    if (!value->text.isUnbroken(all))
        pin->obstacle = splitVersion();
}

void PinCollector::addConstraint(const QString &name, const MappedBytes &constraint)
{
    const QByteArray &text = constraint.text();
    const ByteRange all = {0, text.size()};
    if (constraint.isEmpty() || !isPackageName(name))
        return;
    Pin pin;
    pin.name = name;
    pin.normalName = normalPackageName(name);
    pin.unpinned = "*";
    pin.text = pin.specifier = constraint.inFile(all);
    pin.line = m_lines.lineOf(pin.text.begin);
    const qsizetype behindOp =
        std::find_if(text.begin(), text.end(),
                     [](char c) { return !QByteArrayLiteral("=<>!~^ ").contains(c); }) -
        text.begin();
    if (text.trimmed() != "*") {
        pin.op = QString::fromLatin1(text.left(behindOp)).trimmed();
        pin.version = text.mid(behindOp).trimmed();
        const ByteRange version = {behindOp, behindOp + pin.version.size()};
        pin.written = pin.versionRange =
            pin.version.isEmpty() ? pin.text : constraint.inFile(version);
        if (pin.version.contains(',') || pin.version.contains('|') || pin.version.contains(' '))
            pin.obstacle = severalConditions();
        else
            pin.obstacle = clauseObstacle(pin.op, pin.version, false);
    }
    if (pin.obstacle.isEmpty() && !constraint.isUnbroken(all))
        pin.obstacle = splitVersion();
    m_found.pins.append(pin);
}

void PinCollector::addFile(const MappedBytes &path, NamedFile::Kind kind)
{
    if (!path.isEmpty())
        m_found.files.append(
            {QString::fromUtf8(path.text()), kind, m_lines.lineOf(path.place(0).begin)});
}

void PinCollector::leaveAlone(qsizetype byte, const Message &why, const QString &name)
{
    m_found.leftAlone.append({m_lines.lineOf(byte), name, why});
}

void PinCollector::add(const MappedBytes &requirement, const PinContext &context)
{
    if (requirement.text().trimmed().isEmpty())
        return;
    const qsizetype place = requirement.place(0).begin;
    const QString text = QString::fromUtf8(requirement.text().trimmed().left(200));
    if (isFileOrAddress(requirement.text())) {
        leaveAlone(place,
                   Message(QT_TRANSLATE_NOOP(
                       "Slipway::Message", "a file or an address: there is no version to change")),
                   text);
        return;
    }
    const auto parsed = Requirement::parse(requirement.text());
    if (!parsed) {
        const char *why =
            requirement.text().contains('$')
                ? QT_TRANSLATE_NOOP("Slipway::Message",
                                    "what is installed comes from a variable: edit it by hand")
                : QT_TRANSLATE_NOOP("Slipway::Message",
                                    "it cannot be read as a requirement such as name==1.2");
        leaveAlone(place, Message(why), text);
    } else if (!parsed->url.isEmpty()) {
        leaveAlone(
            place,
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "it comes from an address: there is no version to change")),
            parsed->name);
    } else {
        m_found.pins.append(readPin(requirement, *parsed, context));
    }
}

LocatedPins PinCollector::take()
{
    std::stable_sort(m_found.pins.begin(), m_found.pins.end(),
                     [](const Pin &a, const Pin &b) { return a.text.begin < b.text.begin; });
    return std::move(m_found);
}

void PinCollector::markSharedVariables(const QHash<QByteArray, int> &uses)
{
    QHash<qsizetype, QList<qsizetype>> byPlace;
    QHash<QByteArray, int> pinUses;
    for (qsizetype i = 0; i < m_found.pins.size(); ++i) {
        const Pin &pin = m_found.pins.at(i);
        if (pin.variable.isEmpty())
            continue;
        byPlace[pin.versionRange.begin].append(i);
        ++pinUses[VersionVariables::nameIn(pin.variable)];
    }
    for (const QList<qsizetype> &same : std::as_const(byPlace)) {
        const bool isShared = std::any_of(same.begin(), same.end(), [&](qsizetype i) {
            const Pin &pin = m_found.pins.at(i);
            const QByteArray name = VersionVariables::nameIn(pin.variable);
            return pin.normalName != m_found.pins.at(same.first()).normalName ||
                   !pin.isEditable() || uses.value(name) > pinUses.value(name);
        });
        for (const qsizetype i : same)
            if (isShared && m_found.pins.at(i).isEditable())
                m_found.pins[i].obstacle = Message(
                    QT_TRANSLATE_NOOP("Slipway::Message",
                                      "the variable that holds the version (line %1) is used for "
                                      "something else, too: edit it by hand"),
                    {QString::number(m_found.pins.at(i).assignmentLine)});
    }
}

void PinCollector::markConditionalPins()
{
    QHash<QString, QList<qsizetype>> byName;
    for (qsizetype i = 0; i < m_found.pins.size(); ++i)
        byName[m_found.pins.at(i).normalName].append(i);
    for (const QList<qsizetype> &same : std::as_const(byName)) {
        QSet<QByteArray> versions;
        bool hasMarker = false;
        for (const qsizetype i : same) {
            // Poetry's conditions stand beside the version, which may be one of a list.
            hasMarker = hasMarker || !m_found.pins.at(i).marker.isEmpty() ||
                        !m_found.pins.at(i).unpinned.isEmpty();
            if (m_found.pins.at(i).isPinned())
                versions.insert(m_found.pins.at(i).version);
        }
        if (!hasMarker || versions.size() < 2)
            continue;
        for (const qsizetype i : same)
            if (m_found.pins.at(i).isEditable())
                m_found.pins[i].obstacle = Message(QT_TRANSLATE_NOOP(
                    "Slipway::Message", "the file asks for different versions of it under "
                                        "different conditions: edit it by hand"));
    }
}

} // namespace Slipway
