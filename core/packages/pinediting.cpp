// SPDX-License-Identifier: MIT
#include "core/packages/pinediting.h"

#include "core/packages/dockerfilepins.h"
#include "core/packages/packagename.h"
#include "core/packages/pineditor.h"
#include "core/packages/pyprojectpins.h"
#include "core/packages/requirementsfreeze.h"
#include "core/packages/requirementspins.h"
#include "core/packages/shellpins.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <optional>

namespace Slipway {

namespace {

constexpr qsizetype maxFileBytes = 8 * 1024 * 1024;

/// How many times the file named the same package before each pin.
QList<int> occurrences(const QList<Pin> &pins)
{
    QHash<QString, int> seen;
    QList<int> numbers;
    for (const Pin &pin : pins)
        numbers.append(seen[pin.normalName]++);
    return numbers;
}

Message hashObstacle()
{
    return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                     "it has --hash values, which belong to this version alone"));
}

/// Writes an inventory's versions through an editor, pin by pin.
class InventoryWriter final
{
public:
    InventoryWriter(PinEditor *editor, const Inventory &inventory, PinMode mode,
                    const RecordedFile *recorded, const WheelHashes &hashes)
        : m_editor(editor)
        , m_inventory(inventory)
        , m_mode(mode)
        , m_recorded(recorded)
        , m_hashes(hashes)
    {
        if (!recorded)
            return;
        for (const RecordedPin &pin : recorded->pins)
            m_byPlace.insert({normalPackageName(pin.name), pin.occurrence}, &pin);
    }

    void write()
    {
        const QList<int> numbers = occurrences(m_editor->pins());
        for (qsizetype i = 0; i < m_editor->pins().size(); ++i)
            writeOne(i, findRecorded(m_editor->pins().at(i), numbers.at(i)));
        if (m_recorded)
            reportMissing();
    }

    const QStringList &unknownNames() const { return m_unknownNames; }

private:
    const RecordedPin *findRecorded(const Pin &pin, int occurrence)
    {
        const RecordedPin *recorded = m_byPlace.value({pin.normalName, occurrence});
        if (recorded)
            m_used.insert(recorded);
        return recorded;
    }

    void writeOne(qsizetype index, const RecordedPin *recorded)
    {
        const Pin &pin = m_editor->pins().at(index);
        if (!m_editor->isChosen(pin))
            return;
        if (!pin.isEditable()) {
            m_editor->leaveAlone(pin, pin.obstacle);
            return;
        }
        const bool isMeant = m_mode == PinMode::Every ||
                             (m_mode == PinMode::PinnedNow ? pin.isPinned() : recorded != nullptr);
        const auto version = isMeant ? versionFor(pin) : std::nullopt;
        if (!version)
            return;
        if (recorded)
            putBack(index, *recorded, *version);
        else if (pin.isPinned())
            setVersion(index, *version);
        else if (pin.hashes.isEmpty())
            m_editor->setSpecifier(index, "==", *version, {});
    }

    void setVersion(qsizetype index, const QByteArray &version)
    {
        const Pin &pin = m_editor->pins().at(index);
        if (pin.hashes.isEmpty() || pin.version == version) {
            m_editor->setVersion(index, version);
            return;
        }
        const QList<QByteArray> hashes =
            m_hashes.options(pin.normalName, QString::fromLatin1(version));
        if (hashes.isEmpty())
            m_editor->leaveAlone(
                pin, Message(QT_TRANSLATE_NOOP(
                                 "Slipway::Message",
                                 "it has --hash values, and no wheel of %1 is at hand to take new "
                                 "ones from"),
                             {QString::fromLatin1(version)}));
        else
            m_editor->setVersion(index, version, hashes);
    }

    /// The version to write, or nothing after saying why not.
    std::optional<QByteArray> versionFor(const Pin &pin)
    {
        const InstalledPackage *package = m_inventory.find(pin.name);
        if (!package) {
            if (!m_seenUnknown.contains(pin.normalName))
                m_unknownNames.append(pin.name);
            m_seenUnknown.insert(pin.normalName);
            return std::nullopt;
        }
        if (package->parsed && !package->isLocal())
            return package->version.toLatin1();
        const char *why =
            package->isLocal()
                ? QT_TRANSLATE_NOOP("Slipway::Message",
                                    "%1 has the local version %2, which no package index has")
                : QT_TRANSLATE_NOOP("Slipway::Message",
                                    "%1 has version %2, which is none of PEP 440");
        m_editor->leaveAlone(pin, Message(why, {m_inventory.label(), package->version}));
        return std::nullopt;
    }

    /// Puts a recorded pin back, or says why it cannot be.
    void putBack(qsizetype index, const RecordedPin &recorded, const QByteArray &version)
    {
        const Pin &pin = m_editor->pins().at(index);
        const bool isOfPoetry = recorded.op.isEmpty() || recorded.before.trimmed().isEmpty();
        if (pin.isPinned() && pin.op == recorded.op)
            setVersion(index, version);
        else if (isOfPoetry && pin.unpinned.isEmpty())
            m_editor->leaveAlone(
                pin, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "it was pinned in another kind of file")));
        else if (!pin.hashes.isEmpty())
            m_editor->leaveAlone(pin, hashObstacle());
        else if (pin.isBareShellWord && recorded.needsQuotes())
            m_editor->leaveAlone(
                pin, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "it had %1, which the shell would misread without "
                                               "quotes: put the name in quotes"),
                             {QString::fromLatin1(recorded.before).trimmed()}));
        else if (!recorded.variable.isEmpty())
            m_editor->setVariable(index, recorded.before, recorded.variable, recorded.after);
        else
            m_editor->setSpecifier(index, recorded.before, version, recorded.after);
    }

    /// Says which recorded pins the file does not name any more.
    void reportMissing()
    {
        for (const RecordedPin &recorded : m_recorded->pins) {
            if (m_used.contains(&recorded) || !m_editor->isChosenName(recorded.name))
                continue;
            Pin missing;
            missing.name = recorded.name;
            m_editor->leaveAlone(
                missing,
                Message(QT_TRANSLATE_NOOP(
                    "Slipway::Message", "it was pinned before and the file does not name it now")));
        }
    }

    PinEditor *m_editor;
    const Inventory &m_inventory;
    PinMode m_mode;
    const RecordedFile *m_recorded;
    const WheelHashes &m_hashes;
    QHash<std::pair<QString, int>, const RecordedPin *> m_byPlace;
    QSet<const RecordedPin *> m_used;
    QSet<QString> m_seenUnknown;
    QStringList m_unknownNames;
};

RecordedPin recordOf(const Pin &pin, int occurrence, const QByteArray &bytes)
{
    const ByteRange before = {pin.specifier.begin, pin.written.begin};
    const ByteRange after = {pin.written.end, pin.specifier.end};
    return {pin.name,         occurrence,      pin.line,    pin.op, QString::fromUtf8(pin.version),
            before.of(bytes), after.of(bytes), pin.variable};
}

} // namespace

Result<LocatedPins> locatePins(const QByteArray &bytes, PinFileKind kind)
{
    if (bytes.size() > maxFileBytes)
        return Error(QStringLiteral("packages.too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The file is larger than %1 MiB: it is not edited."),
                     {QString::number(maxFileBytes / 1024 / 1024)});
    switch (kind) {
    case PinFileKind::Dockerfile:
        return locateDockerfilePins(bytes);
    case PinFileKind::Requirements:
        return locateRequirementsPins(bytes);
    case PinFileKind::Pyproject:
        return locatePyprojectPins(bytes);
    case PinFileKind::Shell:
        return locateShellPins(bytes);
    }
    Q_UNREACHABLE();
}

Result<UnpinResult> unpinFile(const QByteArray &bytes, PinFileKind kind,
                              const PinEditOptions &options)
{
    auto located = locatePins(bytes, kind);
    if (!located)
        return located.error();
    PinEditor editor(bytes, kind, *std::move(located), options);
    const QList<int> numbers = occurrences(editor.pins());
    UnpinResult result;
    result.taken.file = options.file;
    for (qsizetype i = 0; i < editor.pins().size(); ++i) {
        const Pin &pin = editor.pins().at(i);
        if (!editor.isChosen(pin))
            continue;
        if (!pin.isEditable()) {
            editor.leaveAlone(pin, pin.obstacle);
        } else if (!pin.hashes.isEmpty()) {
            editor.leaveAlone(pin, hashObstacle());
        } else if (pin.isPinned()) {
            result.taken.pins.append(recordOf(pin, numbers.at(i), bytes));
            editor.clear(i);
        }
    }
    auto newBytes = editor.newBytes();
    if (!newBytes)
        return newBytes.error();
    result.bytes = *newBytes;
    result.edits = editor.edits();
    result.leftAlone = editor.leftAlone();
    result.files = editor.files();
    return result;
}

namespace {

/// One round of writing.
Result<PinResult> pinOnce(const QByteArray &bytes, PinFileKind kind, const Inventory &inventory,
                          PinMode mode, const RecordedFile *recorded, const PinEditOptions &options)
{
    auto located = locatePins(bytes, kind);
    if (!located)
        return located.error();
    PinEditor editor(bytes, kind, *std::move(located), options);
    InventoryWriter writer(&editor, inventory, mode, recorded, options.hashes);
    writer.write();
    auto newBytes = editor.newBytes();
    if (!newBytes)
        return newBytes.error();
    return PinResult{*newBytes, editor.edits(), editor.leftAlone(), editor.files(),
                     writer.unknownNames()};
}

bool usesVariables(const RecordedFile *recorded)
{
    return recorded && std::any_of(recorded->pins.begin(), recorded->pins.end(),
                                   [](const RecordedPin &pin) { return !pin.variable.isEmpty(); });
}

} // namespace

Result<PinResult> pinFile(const QByteArray &bytes, PinFileKind kind, const Inventory &inventory,
                          PinMode mode, const PinRecord &record, const PinEditOptions &options)
{
    if (mode == PinMode::Freeze)
        return freezeRequirements(bytes, kind, inventory, options);
    const RecordedFile *recorded =
        mode == PinMode::Recorded ? record.forFile(options.file) : nullptr;
    if (mode == PinMode::Recorded && !recorded)
        return Error(QStringLiteral("packages.not-recorded"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The record holds no pins of %1. Give the record that was "
                                       "written when its versions were taken out."),
                     {options.file});
    auto pinned = pinOnce(bytes, kind, inventory, mode, recorded, options);
    if (!pinned || !usesVariables(recorded))
        return pinned;
    // A variable that was put back can be followed to its value only now.
    const auto again = pinOnce(pinned->bytes, kind, inventory, mode, recorded, options);
    if (!again)
        return again.error();
    pinned->bytes = again->bytes;
    pinned->edits += again->edits;
    pinned->leftAlone = again->leftAlone;
    return pinned;
}

} // namespace Slipway
