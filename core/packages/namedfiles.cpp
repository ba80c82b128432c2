// SPDX-License-Identifier: MIT
#include "core/packages/namedfiles.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

bool isGiven(const NamedFile &file, const QString &from, const QStringList &given)
{
    const QString name = QFileInfo(file.path).fileName();
    const QString beside = QDir::cleanPath(QFileInfo(from).path() + u'/' + file.path);
    return std::any_of(given.begin(), given.end(), [&](const QString &path) {
        return QDir::cleanPath(path) == beside || QFileInfo(path).fileName() == name;
    });
}

Message reasonFor(NamedFile::Kind kind)
{
    return Message(kind == NamedFile::Kind::Script
                       ? QT_TRANSLATE_NOOP("Slipway::Message",
                                           "a script: if it installs packages, give this file, too")
                       : QT_TRANSLATE_NOOP("Slipway::Message",
                                           "it names packages of its own: give this file, too"));
}

} // namespace

QList<LeftAlone> filesNotGiven(const QList<NamedFile> &named, const QString &from,
                               const QStringList &given)
{
    QList<LeftAlone> places;
    for (const NamedFile &file : named)
        if (file.path != u"-" && file.path != u"/dev/stdin" && !isGiven(file, from, given))
            places.append({file.line, file.path, reasonFor(file.kind)});
    return places;
}

LeftAlone staleLock(const QString &name)
{
    return {0, name,
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "it no longer fits the file once that has changed: lock "
                                      "again"))};
}

} // namespace Slipway
