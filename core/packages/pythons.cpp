// SPDX-License-Identifier: MIT
#include "core/packages/pythons.h"

#include "core/packages/condameta.h"
#include "core/packages/packagename.h"
#include "core/packages/sitescan.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

namespace Slipway {

namespace {

constexpr int longestChain = 8; // of links

QString valueOf(const QStringList &environment, const QString &name)
{
    for (const QString &pair : environment) {
        if (pair.startsWith(name + u'='))
            return pair.mid(name.size() + 1);
    }
    return {};
}

/// Where environments are made if nobody says so; a Python without one is not looked for there,
/// since each question takes an engine its time.
QStringList usualEnvironments()
{
    return {QStringLiteral("/opt/venv/bin"), QStringLiteral("/venv/bin"),
            QStringLiteral("/app/.venv/bin")};
}

/// The settings of the image say nothing of it.
bool isGuess(const QString &folder, const QStringList &environment)
{
    return usualEnvironments().contains(folder) &&
           !valueOf(environment, QStringLiteral("PATH")).split(u':').contains(folder);
}

/// Where programs may lie, each once.
QStringList programFolders(const QStringList &environment)
{
    QStringList folders;
    const QString venv = valueOf(environment, QStringLiteral("VIRTUAL_ENV"));
    if (!venv.isEmpty())
        folders.append(venv + QLatin1String("/bin"));
    folders += valueOf(environment, QStringLiteral("PATH")).split(u':', Qt::SkipEmptyParts);
    folders += {QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin"),
                QStringLiteral("/opt/conda/bin")};
    folders += usualEnvironments();
    QStringList clean;
    for (const QString &folder : std::as_const(folders)) {
        const QString path = QDir::cleanPath(folder);
        if (path.startsWith(u'/') && path.endsWith(QLatin1String("/bin")) && !clean.contains(path))
            clean.append(path);
    }
    return clean;
}

QString prefixOf(const QString &programFolder)
{
    return programFolder.chopped(4); // "/bin"
}

/// "3.11" of a name such as python3.11.
QString versionOfName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^python(3\\.[0-9]{1,3})$"));
    return pattern.match(name).captured(1);
}

/// Follows links from a program to a name that tells the version; empty: none does.
Result<QString> versionOfProgram(FileTree &tree, QString path)
{
    for (int i = 0; i < longestChain; ++i) {
        const QString version = versionOfName(path.section(u'/', -1));
        if (!version.isEmpty())
            return version;
        const auto target = tree.link(path);
        if (!target)
            return target.error();
        if (!*target)
            return QString();
        path = QDir::cleanPath(
            (*target)->startsWith(u'/') ? **target : path.section(u'/', 0, -2) + u'/' + **target);
    }
    return QString();
}

/// pyvenv.cfg: "key = value" lines (PEP 405).
QMap<QString, QString> venvSettings(const QByteArray &bytes)
{
    QMap<QString, QString> settings;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0)
            settings.insert(line.left(equals).trimmed().toLower(), line.mid(equals + 1).trimmed());
    }
    return settings;
}

QString shortVersion(const QString &version)
{
    return version.section(u'.', 0, 1);
}

QStringList siteFolders(const QString &prefix, const QString &version)
{
    const QString python = QStringLiteral("/python") + version;
    QStringList sites{prefix + QLatin1String("/lib") + python + QLatin1String("/site-packages")};
    if (prefix == u"/usr") {
        // Debian: what pip installed comes before what apt installed.
        sites = {QStringLiteral("/usr/local/lib") + python + QLatin1String("/dist-packages"),
                 QStringLiteral("/usr/lib/python3/dist-packages"),
                 // Fedora and Alpine
                 QStringLiteral("/usr/local/lib") + python + QLatin1String("/site-packages"),
                 QStringLiteral("/usr/local/lib64") + python + QLatin1String("/site-packages"),
                 QStringLiteral("/usr/lib") + python + QLatin1String("/site-packages"),
                 QStringLiteral("/usr/lib64") + python + QLatin1String("/site-packages")};
    }
    return sites;
}

/// Of the user whom the image names, or whose programs its PATH has: an engine fills in HOME only
/// when it starts a container.
QStringList userSites(const QStringList &environment, const QString &version)
{
    const QString home = valueOf(environment, QStringLiteral("HOME"));
    const QString programs = QStringLiteral("/.local/bin");
    QStringList homes;
    const QStringList path = valueOf(environment, QStringLiteral("PATH")).split(u':');
    for (const QString &folder : path) {
        if (folder.startsWith(u'/') && folder.endsWith(programs))
            homes.append(folder.chopped(programs.size()));
    }
    homes.prepend(!home.isEmpty() ? home : QStringLiteral("/root"));
    homes.removeDuplicates();
    QStringList sites;
    for (const QString &one : std::as_const(homes))
        sites.append(one + QStringLiteral("/.local/lib/python%1/site-packages").arg(version));
    return sites;
}

Result<std::optional<Python>> pythonIn(FileTree &tree, const QString &folder,
                                       const QStringList &environment)
{
    const QString prefix = prefixOf(folder);
    const auto settings = tree.file(prefix + QLatin1String("/pyvenv.cfg"));
    if (!settings)
        return settings.error();
    Python python;
    python.program = folder + QLatin1String("/python3");
    if (*settings) {
        const QMap<QString, QString> said = venvSettings(**settings);
        python.version = shortVersion(
            said.value(QStringLiteral("version"), said.value(QStringLiteral("version_info"))));
        python.sites = siteFolders(prefix, python.version);
        const QString home = QDir::cleanPath(said.value(QStringLiteral("home")));
        if (said.value(QStringLiteral("include-system-site-packages")) == u"true" &&
            home.endsWith(QLatin1String("/bin")))
            python.sites += siteFolders(prefixOf(home), python.version);
    } else if (!isGuess(folder, environment)) {
        const auto version = versionOfProgram(tree, python.program);
        if (!version)
            return version.error();
        python.version = *version;
        python.sites = userSites(environment, *version) + siteFolders(prefix, *version);
    }
    if (python.version.isEmpty())
        return std::optional<Python>();
    return std::optional<Python>(python);
}

Result<std::optional<Inventory>> inventoryOf(FileTree &tree, const Python &python,
                                             const QString &label)
{
    QList<InstalledPackage> packages;
    QList<Message> notes;
    QSet<QString> known;
    bool isThere = false;
    for (const QString &site : python.sites) {
        SiteScan scan;
        const auto found = readSite(tree, site, &scan);
        if (!found)
            return found.error();
        isThere = isThere || *found;
        const QList<InstalledPackage> here = scan.packages(&notes);
        for (const InstalledPackage &package : here) {
            // Python imports from the first folder that has it.
            const QString normal = normalPackageName(package.name);
            if (known.contains(normal))
                continue;
            known.insert(normal);
            packages.append(package);
        }
    }
    if (!isThere)
        return std::optional<Inventory>();
    if (auto added =
            addCondaPackages(tree, prefixOf(python.program.section(u'/', 0, -2)), known, &packages);
        !added)
        return added.error();
    Inventory inventory = Inventory::of(label, packages);
    for (const Message &note : std::as_const(notes))
        inventory.addNote(note);
    if (!known.contains(QStringLiteral("pip")))
        inventory.addNote(
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 has no pip."), {python.program}));
    return std::optional<Inventory>(inventory);
}

} // namespace

Result<QList<Python>> findPythons(FileTree &tree, const QStringList &environment)
{
    QList<Python> pythons;
    const QStringList folders = programFolders(environment);
    for (const QString &folder : folders) {
        if (folder == u"/bin") { // where it is a link, /usr/bin is the same
            const auto target = tree.link(folder);
            if (!target)
                return target.error();
            if (*target)
                continue;
        }
        const auto python = pythonIn(tree, folder, environment);
        if (!python)
            return python.error();
        if (*python)
            pythons.append(**python);
    }
    return pythons;
}

Result<QList<Inventory>> readPythons(FileTree &tree, const QStringList &environment,
                                     const QString &label)
{
    const auto pythons = findPythons(tree, environment);
    if (!pythons)
        return pythons.error();
    QList<Inventory> inventories;
    for (const Python &python : *pythons) {
        const auto inventory =
            inventoryOf(tree, python, QStringLiteral("%1 (%2)").arg(label, python.program));
        if (!inventory)
            return inventory.error();
        if (*inventory)
            inventories.append(**inventory);
    }
    if (inventories.size() == 1)
        inventories.first().setLabel(label);
    if (inventories.isEmpty())
        return Error(QStringLiteral("packages.no-python"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no Python in %1, or it lies in an unusual place."),
                     {label});
    return inventories;
}

} // namespace Slipway
