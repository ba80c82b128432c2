// SPDX-License-Identifier: MIT
#include "core/packages/packagelist.h"

#include "core/packages/packagename.h"
#include "core/packages/requirementspins.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Slipway {

namespace {

constexpr int mostPackages = 100'000;

Error badJson(const QString &label, const QString &why)
{
    return {QStringLiteral("packages.bad-json"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The package list of %1 is not JSON as `pip list --format=json` or "
                              "`pip inspect` print it: %2"),
            {label, why}};
}

Error emptyList(const QString &label)
{
    return {QStringLiteral("packages.empty-list"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The package list of %1 is empty: no version can be taken from it. "
                              "Check that the packages were installed there."),
            {label}};
}

/// One element of `pip inspect` or of `pip list --format=json`.
std::optional<InstalledPackage> packageOfJson(const QJsonObject &json)
{
    const bool isInspect = json.contains(QLatin1String("metadata"));
    const QJsonObject named = isInspect ? json[QLatin1String("metadata")].toObject() : json;
    InstalledPackage package;
    package.name = named[QLatin1String("name")].toString();
    package.version = named[QLatin1String("version")].toString();
    if (!isPackageName(package.name) || package.version.isEmpty())
        return std::nullopt;
    package.parsed = Version::parse(package.version);
    if (isInspect) {
        package.isRequested = json[QLatin1String("requested")].toBool();
        readDirectUrl(json[QLatin1String("direct_url")].toObject(), &package);
    }
    const QString editable = json[QLatin1String("editable_project_location")].toString();
    if (!editable.isEmpty()) {
        package.origin = editable;
        package.isEditable = true;
    }
    return package;
}

Result<Inventory> fromJson(const QByteArray &bytes, const QString &label)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return badJson(label, error.errorString());
    const QJsonArray array = document.isArray()
                                 ? document.array()
                                 : document.object()[QLatin1String("installed")].toArray();
    QList<InstalledPackage> packages;
    for (const QJsonValue &value : array) {
        const auto package = packageOfJson(value.toObject());
        if (!package || packages.size() >= mostPackages)
            return badJson(label, QStringLiteral("#%1").arg(packages.size() + 1));
        packages.append(*package);
    }
    if (packages.isEmpty())
        return emptyList(label);
    return Inventory::of(label, packages);
}

bool isRuler(const QString &line)
{
    return line.startsWith(QLatin1String("---")) &&
           std::all_of(line.begin(), line.end(), [](QChar c) { return c == u'-' || c == u' '; });
}

/// Where `pip list` has its ruler; the columns stand below. -1: it is not such a list.
qsizetype rulerOf(const QStringList &lines)
{
    for (qsizetype i = 1; i < qMin<qsizetype>(lines.size(), 20); ++i) {
        if (isRuler(lines[i]) && lines[i - 1].startsWith(QLatin1String("Package ")))
            return i;
    }
    return -1;
}

Result<Inventory> fromColumns(const QStringList &lines, qsizetype ruler, const QString &label)
{
    QList<InstalledPackage> packages;
    for (qsizetype i = ruler + 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].simplified().split(u' ', Qt::SkipEmptyParts);
        if (cells.isEmpty() || cells[0].startsWith(u'['))
            continue; // "[notice] A new release of pip is available"
        if (cells.size() < 2 || !isPackageName(cells[0]))
            return Error(QStringLiteral("packages.bad-list"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Line %2 of the package list of %1 is not a name and a "
                                           "version: \"%3\"."),
                         {label, QString::number(i + 1), lines[i].left(120)});
        InstalledPackage package{cells[0], cells[1], Version::parse(cells[1])};
        package.origin = QStringList(cells.mid(2)).join(u' ');
        package.isEditable = !package.origin.isEmpty();
        packages.append(package);
    }
    if (packages.isEmpty())
        return emptyList(label);
    return Inventory::of(label, packages);
}

/// A requirements file says what is wanted; an exact pin is what is there once it is followed.
Result<Inventory> fromRequirements(const QByteArray &bytes, const QString &label)
{
    const auto located = locateRequirementsPins(bytes);
    if (!located)
        return located.error();
    QList<InstalledPackage> packages;
    QStringList loose;
    for (const Pin &pin : located->pins) {
        const bool isExact = pin.op == u"==" || pin.op == u"===";
        if (!isExact || pin.version.contains('*')) {
            loose.append(pin.name);
            continue;
        }
        const QString version = QString::fromUtf8(pin.version);
        packages.append({pin.name, version, Version::parse(version)});
    }
    if (packages.isEmpty())
        return emptyList(label);
    Inventory inventory = Inventory::of(label, packages);
    if (!loose.isEmpty())
        inventory.addNote(Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "without one exact version, and left out: %1"),
            {loose.join(u", ").left(400)}));
    return inventory;
}

} // namespace

Result<Inventory> readPackageList(const QByteArray &bytes, const QString &label)
{
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    const QByteArray start = text.left(64).trimmed();
    if (start.startsWith('{') || start.startsWith('['))
        return fromJson(text, label);
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (QString &line : lines)
        line = line.trimmed();
    if (const qsizetype ruler = rulerOf(lines); ruler > 0)
        return fromColumns(lines, ruler, label);
    auto freeze = Inventory::fromFreeze(bytes, label);
    if (freeze || freeze.error().code() != u"packages.bad-list")
        return freeze;
    auto requirements = fromRequirements(bytes, label);
    return requirements ? requirements : freeze;
}

} // namespace Slipway
