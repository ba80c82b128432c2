// SPDX-License-Identifier: MIT
#include "core/packages/pyprojectpins.h"

#include "core/packages/tomlstrings.h"

#include <algorithm>
#include <optional>

namespace Slipway {

namespace {

bool isPath(const QStringList &path, std::initializer_list<const char *> wanted)
{
    return std::equal(path.begin(), path.end(), wanted.begin(), wanted.end(),
                      [](const QString &a, const char *b) { return a == QLatin1String(b); });
}

const QStringList &uvLists()
{
    static const QStringList names = {
        QStringLiteral("dev-dependencies"), QStringLiteral("constraint-dependencies"),
        QStringLiteral("override-dependencies"), QStringLiteral("build-constraint-dependencies")};
    return names;
}

bool holdsRequirements(const TomlString &string)
{
    const QStringList &path = string.path;
    if (!string.isInArray)
        return false;
    if (isPath(path, {"project", "dependencies"}) || isPath(path, {"build-system", "requires"}))
        return true;
    if (isPath(path.first(qMin<qsizetype>(2, path.size())), {"tool", "uv"}))
        return path.size() == 3 && uvLists().contains(path.last());
    if (path.size() == 4 && isPath(path.first(3), {"tool", "pdm", "dev-dependencies"}))
        return true;
    if (path.size() == 5 && isPath(path.first(3), {"tool", "hatch", "envs"}))
        return path.last() == u"dependencies" || path.last() == u"extra-dependencies";
    if (path.size() == 3)
        return isPath(path.first(2), {"project", "optional-dependencies"});
    return path.size() == 2 && isPath(path.first(1), {"dependency-groups"});
}

/// The package whose version a string of Poetry's tables is: name = "1.2" or name = {version =
/// "1.2"}; empty for other strings.
QString poetryPackage(const TomlString &string)
{
    QStringList path = string.path;
    if (string.isInArray || path.size() < 4 || !isPath(path.first(2), {"tool", "poetry"}))
        return {};
    path.remove(0, 2);
    if (path.size() >= 3 && path.first() == u"group")
        path.remove(0, 2);
    const bool isTable = path.first() == u"dependencies" || path.first() == u"dev-dependencies";
    const bool isVersion = path.size() == 2 || (path.size() == 3 && path.last() == u"version");
    return isTable && isVersion && path.at(1) != u"python" ? path.at(1) : QString();
}

void reportDynamic(const TomlStrings &toml, PinCollector *found)
{
    for (const TomlString &string : toml.strings)
        if (isPath(string.path, {"project", "dynamic"}) && string.text.text() == "dependencies")
            found->leaveFileAlone(Message(QT_TRANSLATE_NOOP(
                "Slipway::Message",
                "the dependencies are dynamic: the build tool takes them from elsewhere")));
}

} // namespace

Result<LocatedPins> locatePyprojectPins(const QByteArray &file)
{
    const auto toml = readTomlStrings(file);
    if (!toml)
        return toml.error();
    PinCollector found(file);
    for (const TomlString &string : toml->strings)
        if (holdsRequirements(string))
            found.add(string.text);
        else if (const QString package = poetryPackage(string); !package.isEmpty())
            found.addConstraint(package, string.text);
    found.markConditionalPins();
    reportDynamic(*toml, &found);
    return found.take();
}

Result<ByteRange> locateProjectVersion(const QByteArray &file)
{
    const auto toml = readTomlStrings(file);
    if (!toml)
        return toml.error();
    std::optional<ByteRange> ofPoetry;
    for (const TomlString &string : toml->strings) {
        const ByteRange all = {0, string.text.size()};
        if (string.isInArray || string.text.isEmpty() || !string.text.isUnbroken(all))
            continue;
        if (isPath(string.path, {"project", "version"}))
            return string.text.inFile(all);
        if (isPath(string.path, {"tool", "poetry", "version"}))
            ofPoetry = string.text.inFile(all);
    }
    if (ofPoetry)
        return *ofPoetry;
    return Error(QStringLiteral("packages.no-project-version"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The file has no plain version in its [project] table: the "
                                   "version may be dynamic, set by the build tool."));
}

} // namespace Slipway
