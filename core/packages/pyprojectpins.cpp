// SPDX-License-Identifier: MIT
#include "core/packages/pyprojectpins.h"

#include "core/packages/tomlstrings.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isPath(const QStringList &path, std::initializer_list<const char *> wanted)
{
    return std::equal(path.begin(), path.end(), wanted.begin(), wanted.end(),
                      [](const QString &a, const char *b) { return a == QLatin1String(b); });
}

bool holdsRequirements(const TomlString &string)
{
    const QStringList &path = string.path;
    if (!string.isInArray)
        return false;
    if (isPath(path, {"project", "dependencies"}) || isPath(path, {"build-system", "requires"}))
        return true;
    if (path.size() == 3)
        return isPath(path.first(2), {"project", "optional-dependencies"});
    return path.size() == 2 && isPath(path.first(1), {"dependency-groups"});
}

void reportOtherTools(const TomlStrings &toml, PinCollector *found)
{
    const bool hasPoetry =
        std::any_of(toml.tables.begin(), toml.tables.end(), [](const QStringList &table) {
            return table.size() >= 3 && isPath(table.first(2), {"tool", "poetry"}) &&
                   table.last().contains(QLatin1String("dependencies"));
        });
    if (hasPoetry)
        found->leaveFileAlone(Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "the dependencies in the tables of Poetry: edit them by "
                                "hand")));
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
    found.markConditionalPins();
    reportOtherTools(*toml, &found);
    return found.take();
}

Result<ByteRange> locateProjectVersion(const QByteArray &file)
{
    const auto toml = readTomlStrings(file);
    if (!toml)
        return toml.error();
    for (const TomlString &string : toml->strings) {
        if (!isPath(string.path, {"project", "version"}) || string.text.isEmpty())
            continue;
        const ByteRange all = {0, string.text.size()};
        if (string.text.isUnbroken(all))
            return string.text.inFile(all);
    }
    return Error(QStringLiteral("packages.no-project-version"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The file has no plain version in its [project] table: the "
                                   "version may be dynamic, set by the build tool."));
}

} // namespace Slipway
