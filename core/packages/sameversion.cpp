// SPDX-License-Identifier: MIT
#include "core/packages/sameversion.h"

#include "core/packages/packagename.h"

#include <QSet>
#include <algorithm>

namespace Slipway {

namespace {

bool isSame(const VersionPlace &one, const VersionPlace &other)
{
    return one.parsed && other.parsed ? *one.parsed == *other.parsed : one.version == other.version;
}

/// The newest; a version that is none of PEP 440 is older than any that is.
const VersionPlace &newest(const QList<VersionPlace> &places)
{
    return *std::max_element(places.cbegin(), places.cend(),
                             [](const VersionPlace &one, const VersionPlace &other) {
                                 if (one.parsed && other.parsed)
                                     return *one.parsed < *other.parsed;
                                 return !one.parsed && other.parsed;
                             });
}

QSet<QString> normalNames(const QStringList &names)
{
    QSet<QString> normal;
    for (const QString &name : names)
        normal.insert(normalPackageName(name));
    return normal;
}

} // namespace

bool Disagreement::isSettled(const VersionPlace &place) const
{
    const auto target = Version::parse(settled);
    return target && place.parsed ? *target == *place.parsed : settled == place.version;
}

void SameVersion::add(const QString &name, const VersionPlace &place)
{
    const QString normal = normalPackageName(name);
    if (!m_names.contains(normal))
        m_names.insert(normal, name);
    m_places[normal].append(place);
}

void SameVersion::addInventory(const Inventory &inventory)
{
    for (const InstalledPackage &package : inventory.packages())
        add(package.name, {inventory.label(), package.version, package.parsed, {}, {}});
}

Result<void> SameVersion::addFile(const QString &file, const QByteArray &bytes, PinFileKind kind)
{
    const auto located = locatePins(bytes, kind);
    if (!located)
        return located.error();
    for (const Pin &pin : located->pins) {
        const bool isExact = pin.op == u"==" || pin.op == u"===";
        const QString version = QString::fromUtf8(pin.version);
        if (!isExact || version.contains(u'*'))
            continue;
        const auto parsed = Version::parse(version);
        if (!parsed && pin.op == u"==")
            continue; // a variable: its value is not known here
        add(pin.name,
            {QStringLiteral("%1:%2").arg(file).arg(pin.line), version, parsed, file, pin.obstacle});
    }
    return {};
}

QList<Disagreement> SameVersion::disagreements(const QStringList &only,
                                               const QStringList &except) const
{
    const QSet<QString> wanted = normalNames(only);
    const QSet<QString> unwanted = normalNames(except);
    QList<Disagreement> found;
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        const QList<VersionPlace> &places = it.value();
        if ((!wanted.isEmpty() && !wanted.contains(it.key())) || unwanted.contains(it.key()))
            continue;
        const bool agrees = std::all_of(places.cbegin(), places.cend(), [&](const auto &place) {
            return isSame(place, places.first());
        });
        if (!agrees)
            found.append({m_names.value(it.key()), places, newest(places).version});
    }
    return found;
}

Result<PinResult> settleFile(const QString &file, const QByteArray &bytes, PinFileKind kind,
                             const QList<Disagreement> &disagreements)
{
    PinEditOptions options;
    options.file = file;
    QList<InstalledPackage> settled;
    for (const Disagreement &one : disagreements) {
        options.only.append(one.name);
        settled.append({one.name, one.settled, Version::parse(one.settled)});
    }
    if (settled.isEmpty()) // an empty list of names would mean all of them
        return PinResult{bytes, {}, {}, {}};
    return pinFile(bytes, kind, Inventory::of(QStringLiteral("same version"), settled),
                   PinMode::PinnedNow, {}, options);
}

} // namespace Slipway
