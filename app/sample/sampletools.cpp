// SPDX-License-Identifier: MIT
#include "app/sample/sampletools.h"

#include "core/base/files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <cerrno>

namespace Slipway {
namespace {

Result<void> copyResource(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(from, ENOENT);
    const QByteArray bytes = source.readAll();
    QDir().mkpath(QFileInfo(to).path());
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
        !target.flush())
        return fileError(to, EIO).withDetail(target.errorString());
    // Resources carry no modes: what begins like a script is one.
    auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    if (bytes.startsWith("#!"))
        mode |= QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    target.setPermissions(mode);
    return {};
}

} // namespace

Result<void> copyResourceFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (auto copied = copyResource(file, to + file.mid(from.size())); !copied)
            return copied;
    }
    return {};
}

Result<void> runProgram(const Question &question, std::stop_token stop)
{
    const auto reply = ask(question, stop);
    if (!reply)
        return reply.error();
    if (reply->isSuccess())
        return {};
    return Error(
               QStringLiteral("sample.program"),
               QT_TRANSLATE_NOOP("Slipway::Error",
                                 "The sample could not be laid down: \"%1\" ended with status %2. "
                                 "See its message below, then try again."),
               {question.argv.join(u' '), QString::number(reply->exitCode)})
        .withDetail(QString::fromUtf8(reply->errorOutput + reply->output).trimmed());
}

} // namespace Slipway
