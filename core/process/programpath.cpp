// SPDX-License-Identifier: MIT
#include "core/process/programpath.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

bool isProgram(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && info.isExecutable();
}

} // namespace

Result<QString> findProgram(const QString &name, const QString &searchPath,
                            const QString &directory)
{
    if (name.contains(u'/')) {
        const QString path =
            QDir(directory.isEmpty() ? QStringLiteral("/") : directory).absoluteFilePath(name);
        if (isProgram(path))
            return path;
        return Error(QStringLiteral("program.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 cannot be started: it is not there or may not be "
                                       "executed. Check the path and its rights."),
                     {path});
    }
    const QStringList folders = searchPath.split(u':', Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        const QString path = folder + u'/' + name;
        if (folder.startsWith(u'/') && isProgram(path))
            return path;
    }
    return Error(QStringLiteral("program.missing"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The program %1 was not found. Install it, or add its folder "
                                   "to PATH."),
                 {name});
}

} // namespace Slipway
