// SPDX-License-Identifier: MIT
#include "core/packages/pin.h"

#include "core/packages/packagename.h"
#include "core/packages/version.h"

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

Message clauseObstacle(const Requirement &requirement, bool isShellWord)
{
    if (requirement.clauses.size() > 1)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "several conditions on the version: edit it by hand"));
    const SpecifierClause &clause = requirement.clauses.first();
    const QString shown = clause.op + QString::fromUtf8(clause.version);
    if (clause.version.contains('$'))
        return Message(
            isShellWord
                ? QT_TRANSLATE_NOOP("Slipway::Message",
                                    "the version comes from a variable: edit it where it is set")
                : QT_TRANSLATE_NOOP("Slipway::Message", "the version comes from the environment"));
    if (clause.op != u"==" && clause.op != u"===" && clause.op != u">=")
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "%1 is a limit, not one version: edit it by hand"),
                       {shown});
    if (clause.version.endsWith(".*"))
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "%1 stands for many versions: edit it by hand"),
            {shown});
    const auto version = Version::parse(QString::fromUtf8(clause.version));
    if (!version)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 holds no version of PEP 440"),
                       {shown});
    if (version->isLocal())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "%1 is a local version, which no package index has"),
                       {shown});
    return {};
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
    pin->versionRange = mapped.inFile(clause.versionRange);
    const QByteArray before = file.mid(behindName, pin->versionRange.begin - behindName);
    const QByteArray after =
        file.mid(pin->versionRange.end, pin->specifier.end - pin->versionRange.end);
    const bool isPlain = mapped.isUnbroken(clause.versionRange) &&
                         mapped.place(inText.begin).begin >= behindName &&
                         std::all_of(before.begin(), before.end(), isSpecifierByte) &&
                         std::all_of(after.begin(), after.end(), isSpecifierByte) &&
                         before.count('"') == after.count('"') &&
                         before.count('\'') == after.count('\'') && (endsText || !isQuotedApart);
    if (!isPlain && pin->obstacle.isEmpty())
        pin->obstacle = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message",
            "the version is split over lines or quotes, or escaped: edit it by hand"));
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
    if (!requirement.clauses.isEmpty())
        pin.obstacle = clauseObstacle(requirement, context.isShellWord);
    placeSpecifier(mapped, requirement, m_file, &pin);
    pin.text = {mapped.place(requirement.nameRange.begin).begin, pin.specifier.end};
    pin.line = m_lines.lineOf(pin.text.begin);
    if (context.isRedirected)
        pin.obstacle = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "the shell reads the bare < or > behind it as a redirection, so "
                                "no version is asked for: put it in quotes"));
    else if (context.hasHash)
        pin.obstacle = Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "it has --hash values, which belong to this version alone"));
    return pin;
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

void PinCollector::markConditionalPins()
{
    QHash<QString, QList<qsizetype>> byName;
    for (qsizetype i = 0; i < m_found.pins.size(); ++i)
        byName[m_found.pins.at(i).normalName].append(i);
    for (const QList<qsizetype> &same : std::as_const(byName)) {
        QSet<QByteArray> versions;
        bool hasMarker = false;
        for (const qsizetype i : same) {
            hasMarker = hasMarker || !m_found.pins.at(i).marker.isEmpty();
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
