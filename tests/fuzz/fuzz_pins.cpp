// SPDX-License-Identifier: MIT
// Files that name packages, taken apart and put together again: nothing but versions may change,
// and doing it twice does no more than doing it once. The first byte says which kind of file it is.
#include "tests/fuzz/fuzz.h"

#include "core/packages/packagelist.h"
#include "core/packages/pinediting.h"

#include <QSet>

using namespace Slipway;

namespace {

void mustFit(const LocatedPins &located, const QByteArray &bytes)
{
    qsizetype end = 0;
    for (const Pin &pin : located.pins) {
        Fuzz::mustHold(pin.text.begin >= end && pin.text.end <= bytes.size(),
                       "pins follow one another");
        end = pin.text.begin;
        Fuzz::mustHold(pin.line >= 1 && pin.line <= bytes.count('\n') + bytes.count('\r') + 1,
                       "a pin has a line of the file");
        if (!pin.isPinned() || !pin.isEditable())
            continue;
        Fuzz::mustHold(pin.written.begin >= pin.specifier.begin &&
                           pin.written.end <= pin.specifier.end,
                       "the version is in its specifier");
        Fuzz::mustHold(pin.versionRange.of(bytes) == pin.version,
                       "the version stands where it says");
    }
}

/// All names that the file has, with one version for all.
Inventory inventoryOf(const QList<Pin> &pins, const char *version)
{
    QList<InstalledPackage> packages;
    for (const Pin &pin : pins) {
        const QString text = QString::fromLatin1(version);
        packages.append({pin.name, text, Version::parse(text)});
    }
    return Inventory::of(QStringLiteral("fuzz"), packages);
}

QStringList namesOf(const QList<Pin> &pins)
{
    QStringList names;
    for (const Pin &pin : pins)
        names.append(pin.normalName);
    return names;
}

/// What was taken out is put back byte for byte where the same versions are installed.
void putBack(const QByteArray &bytes, PinFileKind kind, const QList<Pin> &pins,
             const UnpinResult &unpinned, const PinRecord &record)
{
    QList<InstalledPackage> packages;
    for (const Pin &pin : pins) {
        const QString version = QString::fromLatin1(pin.version);
        packages.append({pin.name, version, Version::parse(version)});
    }
    const QStringList names = namesOf(pins);
    if (QSet<QString>(names.cbegin(), names.cend()).size() != names.size())
        return; // one name has one version in an inventory
    PinEditOptions options;
    options.file = QStringLiteral("file");
    const auto pinned =
        pinFile(unpinned.bytes, kind, Inventory::of(QStringLiteral("fuzz"), packages),
                PinMode::Recorded, record, options);
    if (pinned && pinned->edits.size() == unpinned.edits.size())
        Fuzz::mustHold(pinned->bytes == bytes, "what was taken out is put back");
}

void pin(const QByteArray &bytes, PinFileKind kind, const Inventory &inventory,
         const PinRecord &record)
{
    PinEditOptions options;
    options.file = QStringLiteral("file");
    for (const PinMode mode :
         {PinMode::PinnedNow, PinMode::Recorded, PinMode::Every, PinMode::Freeze}) {
        const auto once = pinFile(bytes, kind, inventory, mode, record, options);
        if (!once)
            continue;
        const auto twice = pinFile(once->bytes, kind, inventory, mode, record, options);
        Fuzz::mustHold(twice.isOk() && twice->bytes == once->bytes,
                       "pinning twice changes no more");
        Fuzz::mustHold(once->edits.isEmpty() == (once->bytes == bytes), "each change is told");
    }
}

void edit(const QByteArray &bytes, PinFileKind kind)
{
    const auto located = locatePins(bytes, kind);
    if (!located)
        return;
    mustFit(*located, bytes);
    PinEditOptions options;
    options.file = QStringLiteral("file");
    const auto unpinned = unpinFile(bytes, kind, options);
    if (!unpinned)
        return;
    const auto again = unpinFile(unpinned->bytes, kind, options);
    Fuzz::mustHold(again.isOk() && again->bytes == unpinned->bytes,
                   "taking out twice changes no more");
    Fuzz::mustHold(unpinned->edits.isEmpty() == (unpinned->bytes == bytes), "each change is told");
    const auto left = locatePins(unpinned->bytes, kind);
    Fuzz::mustHold(left.isOk() && namesOf(left->pins) == namesOf(located->pins), "all names stay");
    PinRecord record;
    record.add(unpinned->taken);
    const auto kept = PinRecord::fromJson(record.toJson());
    Fuzz::mustHold(kept.isOk() && *kept == record, "a record can be kept");
    putBack(bytes, kind, located->pins, *unpinned, record);
    const Inventory inventory = inventoryOf(located->pins, "12.3.4");
    pin(bytes, kind, inventory, record);
    pin(unpinned->bytes, kind, inventory, record);
}

void list(const QByteArray &bytes)
{
    const auto read = readPackageList(bytes, QStringLiteral("file:list"));
    if (!read)
        return Fuzz::mustHold(!read.error().message().isEmpty(), "an error says what");
    for (const InstalledPackage &package : read->packages())
        Fuzz::mustHold(read->find(package.name) != nullptr, "a package is found by its name");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes = Fuzz::bytesOf(data + 1, size - 1);
    switch (data[0] % 5) {
    case 0:
        edit(bytes, PinFileKind::Dockerfile);
        break;
    case 1:
        edit(bytes, PinFileKind::Requirements);
        break;
    case 2:
        edit(bytes, PinFileKind::Pyproject);
        break;
    case 3:
        edit(bytes, PinFileKind::Shell);
        break;
    default:
        list(bytes);
        break;
    }
    return 0;
}
