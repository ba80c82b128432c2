// SPDX-License-Identifier: MIT
#include "core/packages/pinediting.h"

#include "core/packages/dockerfilepins.h"
#include "core/packages/packagename.h"
#include "core/packages/pyprojectpins.h"
#include "core/packages/requirementspins.h"

#include <QHash>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype maxFileBytes = 8 * 1024 * 1024;

/// Collects changes of pins, makes them all at once and checks that the new bytes read as
/// meant and that nothing else changed.
class PinEditor final
{
public:
    PinEditor(const QByteArray &bytes, PinFileKind kind, LocatedPins located,
              const PinEditOptions &options)
        : m_bytes(bytes), m_kind(kind), m_located(std::move(located))
    {
        for (const QString &name : options.only)
            m_only.append(normalPackageName(name));
        for (const QString &name : options.except)
            m_except.append(normalPackageName(name));
    }

    const QList<Pin> &pins() const { return m_located.pins; }

    bool isChosen(const QString &normalName) const
    {
        return !m_except.contains(normalName) && (m_only.isEmpty() || m_only.contains(normalName));
    }

    void leaveAlone(const Pin &pin, const Message &why)
    {
        m_leftAlone.append({pin.line, pin.name, why});
    }

    /// Sets the bytes of the whole specifier.
    void setSpecifier(qsizetype index, const QByteArray &before, const QByteArray &version,
                      const QByteArray &after)
    {
        const Pin &pin = pins().at(index);
        addChange(index, pin.specifier, before + version + after, version);
    }

    void setVersion(qsizetype index, const QByteArray &version)
    {
        addChange(index, pins().at(index).versionRange, version, version);
    }

    QList<PinEdit> edits() const { return m_edits; }

    /// What was left alone, in the order of the file, what cannot be read as a pin included.
    QList<LeftAlone> leftAlone() const
    {
        QList<LeftAlone> all = m_leftAlone;
        for (const LeftAlone &place : m_located.leftAlone)
            if (place.name.isEmpty() || isChosen(normalPackageName(place.name)))
                all.append(place);
        std::stable_sort(all.begin(), all.end(),
                         [](const auto &a, const auto &b) { return a.line < b.line; });
        return all;
    }

    Result<QByteArray> newBytes() const
    {
        QByteArray bytes;
        qsizetype done = 0;
        for (const Change &change : m_changes) { // in the order of the file
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

private:
    struct Change
    {
        qsizetype pin = 0;
        ByteRange range;
        QByteArray text;
        QByteArray version;
    };

    void addChange(qsizetype index, ByteRange range, const QByteArray &text,
                   const QByteArray &version)
    {
        if (range.of(m_bytes) == text)
            return;
        const Pin &pin = pins().at(index);
        const QByteArray oldText = pin.text.of(m_bytes);
        QByteArray newText = oldText;
        newText.replace(range.begin - pin.text.begin, range.size(), text);
        m_edits.append({pin.line, pin.name, QString::fromUtf8(oldText), QString::fromUtf8(newText),
                        QString::fromUtf8(pin.version), QString::fromUtf8(version)});
        m_changes.append({index, range, text, version});
    }

    bool readsAsMeant(const QByteArray &bytes) const
    {
        const auto again = locatePins(bytes, m_kind);
        if (!again || again->pins.size() != pins().size())
            return false;
        auto change = m_changes.cbegin();
        for (qsizetype i = 0; i < pins().size(); ++i) {
            const bool isChanged = change != m_changes.cend() && change->pin == i;
            const Pin &before = pins().at(i);
            const Pin &after = again->pins.at(i);
            const QByteArray wanted = isChanged ? change->version : before.version;
            if (after.normalName != before.normalName || after.extras != before.extras ||
                after.marker != before.marker || after.version != wanted)
                return false;
            if (isChanged)
                ++change;
        }
        return true;
    }

    const QByteArray &m_bytes;
    PinFileKind m_kind;
    LocatedPins m_located;
    QStringList m_only;
    QStringList m_except;
    QList<Change> m_changes;
    QList<PinEdit> m_edits;
    QList<LeftAlone> m_leftAlone;
};

/// How many times the file named the same package before each pin.
QList<int> occurrences(const QList<Pin> &pins)
{
    QHash<QString, int> seen;
    QList<int> numbers;
    for (const Pin &pin : pins)
        numbers.append(seen[pin.normalName]++);
    return numbers;
}

/// The version to write, or nothing after saying why not.
std::optional<QByteArray> versionFor(const Pin &pin, const Inventory &inventory, PinEditor *editor,
                                     QStringList *unknownNames)
{
    const InstalledPackage *package = inventory.find(pin.name);
    if (!package) {
        if (!unknownNames->contains(pin.name))
            unknownNames->append(pin.name);
        return std::nullopt;
    }
    if (!package->parsed) {
        editor->leaveAlone(pin, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                          "%1 has version %2, which is none of "
                                                          "PEP 440"),
                                        {inventory.label(), package->version}));
        return std::nullopt;
    }
    if (package->isLocal()) {
        editor->leaveAlone(pin, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                          "%1 has the local version %2, which no "
                                                          "package index has"),
                                        {inventory.label(), package->version}));
        return std::nullopt;
    }
    return package->version.toLatin1();
}

/// Puts a recorded pin back, or says why it cannot be.
void putBack(qsizetype index, const RecordedPin &recorded, const QByteArray &version,
             PinEditor *editor)
{
    const Pin &pin = editor->pins().at(index);
    if (pin.isPinned() && pin.op == recorded.op) {
        editor->setVersion(index, version);
        return;
    }
    const QByteArray beforeOperator =
        recorded.before.left(recorded.before.indexOf(recorded.op.toLatin1()));
    const bool bringsQuotes = beforeOperator.contains('"') || beforeOperator.contains('\'');
    const bool needsQuotes = recorded.op == u">=" || recorded.before.contains(' ') ||
                             recorded.before.contains('\t') || recorded.before.contains('(');
    const bool isBroken = pin.isBareShellWord && needsQuotes && !bringsQuotes;
    if (isBroken) {
        editor->leaveAlone(
            pin, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                           "it had %1, which the shell would misread without "
                                           "quotes: put the name in quotes"),
                         {QString::fromLatin1(recorded.before).trimmed()}));
        return;
    }
    editor->setSpecifier(index, recorded.before, version, recorded.after);
}

/// Says which recorded pins the file does not name any more.
void reportMissing(const RecordedFile &recorded, const QList<RecordedPin> &used, PinEditor *editor)
{
    for (const RecordedPin &pin : recorded.pins) {
        if (used.contains(pin) || !editor->isChosen(normalPackageName(pin.name)))
            continue;
        Pin missing;
        missing.name = pin.name;
        editor->leaveAlone(missing, Message(QT_TRANSLATE_NOOP(
                                        "Slipway::Message",
                                        "it was pinned before and the file does not name it now")));
    }
}

const RecordedPin *recordedPin(const RecordedFile *file, const Pin &pin, int occurrence)
{
    if (!file)
        return nullptr;
    for (const RecordedPin &recorded : file->pins)
        if (recorded.occurrence == occurrence && normalPackageName(recorded.name) == pin.normalName)
            return &recorded;
    return nullptr;
}

Result<void> checkRecorded(const RecordedFile *recorded, PinMode mode, const QString &file)
{
    if (mode == PinMode::Recorded && !recorded)
        return Error(QStringLiteral("packages.not-recorded"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The record holds no pins of %1. Give the record that was "
                                       "written when its versions were taken out."),
                     {file});
    return {};
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
        if (!editor.isChosen(pin.normalName))
            continue;
        if (!pin.isEditable()) {
            editor.leaveAlone(pin, pin.obstacle);
        } else if (pin.isPinned()) {
            const auto part = [&](qsizetype from, qsizetype to) {
                return bytes.mid(from, to - from);
            };
            result.taken.pins.append({pin.name, numbers.at(i), pin.line, pin.op,
                                      QString::fromUtf8(pin.version),
                                      part(pin.specifier.begin, pin.versionRange.begin),
                                      part(pin.versionRange.end, pin.specifier.end)});
            editor.setSpecifier(i, {}, {}, {});
        }
    }
    auto newBytes = editor.newBytes();
    if (!newBytes)
        return newBytes.error();
    result.bytes = *newBytes;
    result.edits = editor.edits();
    result.leftAlone = editor.leftAlone();
    return result;
}

Result<PinResult> pinFile(const QByteArray &bytes, PinFileKind kind, const Inventory &inventory,
                          PinMode mode, const PinRecord &record, const PinEditOptions &options)
{
    const RecordedFile *recordedFile =
        mode == PinMode::Recorded ? record.forFile(options.file) : nullptr;
    if (const auto checked = checkRecorded(recordedFile, mode, options.file); !checked)
        return checked.error();
    auto located = locatePins(bytes, kind);
    if (!located)
        return located.error();
    PinEditor editor(bytes, kind, *std::move(located), options);
    const QList<int> numbers = occurrences(editor.pins());
    QList<RecordedPin> used;
    PinResult result;
    for (qsizetype i = 0; i < editor.pins().size(); ++i) {
        const Pin &pin = editor.pins().at(i);
        const RecordedPin *recorded = recordedPin(recordedFile, pin, numbers.at(i));
        if (recorded)
            used.append(*recorded);
        if (!editor.isChosen(pin.normalName))
            continue;
        if (!pin.isEditable()) {
            editor.leaveAlone(pin, pin.obstacle);
            continue;
        }
        const bool isMeant = mode == PinMode::Every ||
                             (mode == PinMode::PinnedNow ? pin.isPinned() : recorded != nullptr);
        const auto version =
            isMeant ? versionFor(pin, inventory, &editor, &result.unknownNames) : std::nullopt;
        if (!version)
            continue;
        if (recorded)
            putBack(i, *recorded, *version, &editor);
        else if (pin.isPinned())
            editor.setVersion(i, *version);
        else
            editor.setSpecifier(i, "==", *version, {});
    }
    if (recordedFile)
        reportMissing(*recordedFile, used, &editor);
    auto newBytes = editor.newBytes();
    if (!newBytes)
        return newBytes.error();
    result.bytes = *newBytes;
    result.edits = editor.edits();
    result.leftAlone = editor.leftAlone();
    return result;
}

} // namespace Slipway
