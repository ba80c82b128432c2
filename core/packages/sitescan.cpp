// SPDX-License-Identifier: MIT
#include "core/packages/sitescan.h"

#include "core/packages/packagename.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace Slipway {

namespace {

constexpr qsizetype longestVersion = 256;
constexpr qsizetype longestName = 255; // of a file
constexpr qsizetype longestUrl = 16 * 1024;
constexpr qsizetype mostDistributions = 50'000;

struct Parts
{
    QString folder; ///< the entry of the site folder
    QString file;   ///< inside it; empty: the entry is the file
};

Parts partsOf(const QString &path)
{
    const qsizetype slash = path.indexOf(u'/');
    return slash < 0 ? Parts{path, {}} : Parts{path.left(slash), path.mid(slash + 1)};
}

bool isDistInfo(const QString &name)
{
    return name.endsWith(QLatin1String(".dist-info"), Qt::CaseInsensitive);
}

bool isEggInfo(const QString &name)
{
    return name.endsWith(QLatin1String(".egg-info"), Qt::CaseInsensitive);
}

/// What `setup.py develop` leaves: the path of the sources, where name and version stand.
bool isEggLink(const QString &name)
{
    return name.endsWith(QLatin1String(".egg-link"), Qt::CaseInsensitive);
}

bool isMetadata(const QString &file)
{
    return file == u"METADATA" || file == u"PKG-INFO";
}

bool isVersionText(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestVersion &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

bool SiteScan::wants(const QString &path)
{
    const Parts parts = partsOf(path);
    if (parts.folder.startsWith(u'~') || parts.file.contains(u'/'))
        return false;
    if (isDistInfo(parts.folder))
        return isMetadata(parts.file) || parts.file == u"direct_url.json" ||
               parts.file == u"REQUESTED" || parts.file == u"INSTALLER";
    if (isEggInfo(parts.folder))
        return parts.file.isEmpty() || isMetadata(parts.file);
    return isEggLink(parts.folder) && parts.file.isEmpty();
}

void SiteScan::add(const QString &path, const QByteArray &bytes)
{
    if (!wants(path))
        return;
    const Parts parts = partsOf(path);
    if (parts.folder.size() > longestName)
        return; // no file system has it
    if (m_found.size() >= mostDistributions && !m_found.contains(parts.folder)) {
        m_isTooMuch = true;
        return;
    }
    Distribution &found = m_found[parts.folder];
    if (parts.file == u"direct_url.json")
        found.directUrl = bytes.size() > longestUrl ? QByteArray() : bytes;
    else if (parts.file == u"REQUESTED")
        found.isRequested = true;
    else if (parts.file == u"INSTALLER")
        found.hasInstaller = bytes.trimmed() == "pip";
    else if (isEggLink(parts.folder))
        found.link = QString::fromUtf8(bytes.left(longestUrl)).section(u'\n', 0, 0).trimmed();
    else if (auto package = packageOfMetadata(bytes))
        found.package = package;
}

Result<bool> readSite(FileTree &tree, const QString &path, SiteScan *scan)
{
    const auto found = tree.folder(
        path, [](const QString &file) { return SiteScan::wants(file); },
        [scan](const QString &file, const QByteArray &bytes) { scan->add(file, bytes); });
    if (found && scan->isTooMuch())
        return Error(QStringLiteral("packages.too-many"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 holds more than %2 packages: it was not made by an "
                                       "installer."),
                     {path, QString::number(mostDistributions)});
    return found;
}

QList<InstalledPackage> SiteScan::packages(QList<Message> *notes) const
{
    QMap<QString, InstalledPackage> byName;
    for (auto it = m_found.cbegin(); it != m_found.cend(); ++it) {
        if (notes && isEggLink(it.key()))
            notes->append(Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                    "%1 is an editable install of %2 and tells no "
                                                    "version"),
                                  {it.key(), it->link}));
        auto package = it->package;
        if (!package)
            continue; // a leftover, or not yet a package
        if (!it->directUrl.isEmpty())
            readDirectUrl(QJsonDocument::fromJson(it->directUrl).object(), &*package);
        if (it->hasInstaller)
            package->isRequested = it->isRequested;
        const QString normal = normalPackageName(package->name);
        const auto other = byName.constFind(normal);
        if (other == byName.cend()) {
            byName.insert(normal, *package);
            continue;
        }
        if (notes && other->version != package->version)
            notes->append(Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "%1 is there twice: %2 is used, %3 is not"),
                {package->name, other->version, package->version}));
    }
    return byName.values();
}

std::optional<InstalledPackage> packageOfMetadata(const QByteArray &metadata)
{
    QString name;
    QString version;
    QString *open = nullptr;
    const QList<QByteArray> lines = metadata.left(64 * 1024).split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            break;
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (open)
                *open += QString::fromUtf8(line.trimmed());
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.left(colon).trimmed().toLower();
        open = key == "name" ? &name : key == "version" ? &version : nullptr;
        if (open)
            *open = QString::fromUtf8(line.mid(colon + 1).trimmed());
    }
    if (!isPackageName(name) || !isVersionText(version))
        return std::nullopt;
    return InstalledPackage{name, version, Version::parse(version)};
}

} // namespace Slipway
