// SPDX-License-Identifier: MIT
#include "core/packages/inventory.h"

#include "core/base/files.h"
#include "core/packages/packagename.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 maxListBytes = 16 * 1024 * 1024;

bool isVersionText(const QString &text)
{
    return !text.isEmpty() && text.size() <= 256 &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

std::optional<InstalledPackage> packageOfLine(const QString &line)
{
    const qsizetype equals = line.indexOf(QLatin1String("=="));
    if (equals < 0)
        return std::nullopt;
    const bool isArbitrary = line.mid(equals, 3) == u"===";
    InstalledPackage package;
    package.name = line.left(equals).trimmed();
    package.version = line.mid(equals + (isArbitrary ? 3 : 2)).trimmed();
    if (!isPackageName(package.name) || !isVersionText(package.version))
        return std::nullopt;
    package.parsed = Version::parse(package.version);
    if (!package.parsed && !isArbitrary)
        return std::nullopt;
    return package;
}

bool hasNoVersion(const QString &line)
{
    return line.startsWith(QLatin1String("-e ")) || line.startsWith(QLatin1String("--editable")) ||
           line.contains(QLatin1String(" @ "));
}

Error lineError(const QString &label, int number, const QString &line)
{
    return Error(QStringLiteral("packages.bad-list"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Line %2 of the package list of %1 is not name==version: "
                                   "\"%3\". Give what `pip list --format=freeze` prints."),
                 {label, QString::number(number), line.left(120)});
}

} // namespace

void readDirectUrl(const QJsonObject &direct, InstalledPackage *package)
{
    package->origin = direct[QLatin1String("url")].toString();
    package->isEditable =
        direct[QLatin1String("dir_info")].toObject()[QLatin1String("editable")].toBool();
    const QString commit =
        direct[QLatin1String("vcs_info")].toObject()[QLatin1String("commit_id")].toString();
    if (!commit.isEmpty())
        package->origin += u'@' + commit;
}

Result<Inventory> Inventory::fromFreeze(const QByteArray &text, const QString &label)
{
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF") || text.contains('\0'))
        return Error(QStringLiteral("packages.wide-encoding"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The package list of %1 is not in UTF-8 (it may be UTF-16, "
                                       "as PowerShell writes it): save it as UTF-8."),
                     {label});
    Inventory inventory;
    inventory.m_label = label;
    const bool hasMark = text.startsWith("\xEF\xBB\xBF");
    const QStringList lines = QString::fromUtf8(hasMark ? text.mid(3) : text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (const auto package = packageOfLine(line))
            inventory.add(*package);
        else if (hasNoVersion(line))
            inventory.m_notes.append(
                Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "line %1 gives no version and is not used: %2"),
                        {QString::number(i + 1), line.left(200)}));
        else
            return lineError(label, int(i + 1), line);
    }
    if (inventory.m_packages.isEmpty())
        return Error(QStringLiteral("packages.empty-list"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The package list of %1 is empty: no version can be taken "
                                       "from it. Check that the packages were installed there."),
                     {label});
    return inventory;
}

Result<Inventory> Inventory::fromFile(const QString &path)
{
    const auto text = readFile(path, maxListBytes);
    if (!text)
        return text.error();
    return fromFreeze(*text, QStringLiteral("file:") + path);
}

Inventory Inventory::of(const QString &label, const QList<InstalledPackage> &packages)
{
    Inventory inventory;
    inventory.m_label = label;
    for (const InstalledPackage &package : packages)
        inventory.add(package);
    return inventory;
}

void Inventory::add(const InstalledPackage &package)
{
    const QString normal = normalPackageName(package.name);
    if (const auto known = m_byNormalName.constFind(normal); known != m_byNormalName.cend()) {
        m_notes.append(Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "%1 is listed twice: %2 is used, %3 is not"),
            {package.name, m_packages.at(*known).version, package.version}));
        return;
    }
    if (package.isLocal())
        m_notes.append(Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "%1 %2 is a local version, which no package "
                                                 "index has"),
                               {package.name, package.version}));
    m_byNormalName.insert(normal, m_packages.size());
    m_packages.append(package);
}

const InstalledPackage *Inventory::find(const QString &name) const
{
    const auto found = m_byNormalName.constFind(normalPackageName(name));
    return found == m_byNormalName.cend() ? nullptr : &m_packages.at(*found);
}

QByteArray Inventory::toFreeze() const
{
    QList<InstalledPackage> sorted = m_packages;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return normalPackageName(a.name) < normalPackageName(b.name);
    });
    QByteArray text;
    for (const InstalledPackage &package : std::as_const(sorted))
        text += package.name.toUtf8() + (package.parsed ? "==" : "===") + package.version.toUtf8() +
                '\n';
    return text;
}

} // namespace Slipway
