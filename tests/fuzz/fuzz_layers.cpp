// SPDX-License-Identifier: MIT
// The layers of an image that may hold anything, laid over each other. A line is an entry: its kind
// ('f' file, 'd' folder, 'l' link, 'h' hard link), its path, and behind a blank its target or its
// bytes, "\n" written as '|'. Between lines of three percent signs a layer ends.
#include "tests/fuzz/fuzz.h"

#include "core/packages/layeredtree.h"
#include "core/packages/pythons.h"

#include <utility>

using namespace Slipway;

namespace {

TarEntry::Type typeOf(char kind)
{
    switch (kind) {
    case 'd':
        return TarEntry::Type::Folder;
    case 'l':
        return TarEntry::Type::Link;
    case 'h':
        return TarEntry::Type::HardLink;
    default:
        return TarEntry::Type::File;
    }
}

void addEntry(LayeredTree *tree, const QByteArray &line)
{
    if (line.size() < 2)
        return;
    const qsizetype blank = line.indexOf(' ');
    TarEntry entry;
    entry.type = typeOf(line[0]);
    entry.path = line.mid(1, blank < 0 ? -1 : blank - 1);
    QByteArray rest = blank < 0 ? QByteArray() : line.mid(blank + 1);
    const bool isLink =
        entry.type == TarEntry::Type::Link || entry.type == TarEntry::Type::HardLink;
    if (isLink)
        entry.target = std::exchange(rest, {});
    rest.replace('|', '\n');
    entry.size = rest.size();
    if (tree->wants(entry))
        tree->take(entry, rest);
}

/// Nothing that an image cannot have comes out of it, and a question always ends.
void look(LayeredTree *tree, const QList<QByteArray> &paths)
{
    const auto all = [](const QString &) { return true; };
    const auto take = [](const QString &path, const QByteArray &) {
        Fuzz::mustHold(!path.isEmpty() && !path.startsWith(u'/'), "a path is below its folder");
        Fuzz::mustHold(!path.split(u'/').contains(QLatin1String("..")), "no path goes up");
        Fuzz::mustHold(!path.section(u'/', -1).startsWith(QLatin1String(".wh.")),
                       "no whiteout is a file");
    };
    Fuzz::mustHold(bool(tree->folder(QStringLiteral("/"), all, take)), "the root can be read");
    for (const QByteArray &path : paths) {
        const QString place = u'/' + QString::fromUtf8(path);
        Fuzz::mustHold(tree->link(place).isOk(), "a link can be asked for");
        Fuzz::mustHold(tree->file(place).isOk(), "a file can be asked for");
        Fuzz::mustHold(tree->folder(place, all, take).isOk(), "a folder can be asked for");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    LayeredTree tree;
    QList<QByteArray> paths;
    const QList<QByteArray> layers = Fuzz::partsOf(Fuzz::bytesOf(data, size));
    for (const QByteArray &layer : layers) {
        const QList<QByteArray> lines = layer.split('\n');
        for (const QByteArray &line : lines) {
            addEntry(&tree, line);
            if (paths.size() < 20)
                paths.append(line.mid(1, line.indexOf(' ') - 1));
        }
        if (!tree.endLayer())
            return 0;
    }
    look(&tree, paths);
    const auto found =
        readPythons(tree, {QStringLiteral("PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin")},
                    QStringLiteral("image:x"));
    if (!found)
        return 0;
    for (const Inventory &one : *found)
        for (const InstalledPackage &package : one.packages())
            Fuzz::mustHold(!package.name.isEmpty() && !package.version.isEmpty(),
                           "a package has a name and a version");
    return 0;
}
