// SPDX-License-Identifier: MIT
#include "app/commandline/packagesource.h"

#include "core/base/files.h"
#include "core/docker/dockerengine.h"
#include "core/packages/venvinventory.h"

namespace Slipway {

namespace {

constexpr qint64 largestList = 16 * 1024 * 1024;
constexpr int imageTimeoutMs = 120'000;

Result<Reply> askPlainly(const Question &question)
{
    return ask(question);
}

/// What `pip list` printed, or why there is nothing.
Result<Inventory> inventoryFrom(const QStringList &argv, const QString &source)
{
    Question question;
    question.argv = argv;
    question.timeoutMs = imageTimeoutMs;
    const auto reply = ask(question);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return Error(QStringLiteral("packages.unreadable"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "pip could not be asked in %1. Does it have pip?"),
                     {source})
            .withDetail(QString::fromUtf8(reply->errorOutput.right(2000)));
    return Inventory::fromFreeze(reply->output, source);
}

Result<Inventory> fromFile(const QString &path, const QString &source)
{
    const auto bytes = readFile(path, largestList);
    if (!bytes)
        return bytes.error();
    return Inventory::fromFreeze(*bytes, source);
}

Result<Inventory> fromImage(const QString &name, const QString &source)
{
    const DockerEngine engine(askPlainly);
    const auto image = engine.image(name);
    if (!image)
        return image.error();
    return inventoryFrom(
        {engine.program(), QStringLiteral("run"), QStringLiteral("--rm"),
         QStringLiteral("--network"), QStringLiteral("none"), QStringLiteral("--read-only"),
         QStringLiteral("--cap-drop"), QStringLiteral("ALL"), QStringLiteral("--entrypoint"),
         QStringLiteral("pip"), image->id, QStringLiteral("list"),
         QStringLiteral("--format=freeze"), QStringLiteral("--disable-pip-version-check")},
        source);
}

Result<Inventory> fromContainer(const QString &name, const QString &source)
{
    const DockerEngine engine(askPlainly);
    const auto container = engine.container(name);
    if (!container)
        return container.error();
    if (!container->isRunning())
        return Error(QStringLiteral("packages.container-stopped"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The container %1 is not running, so its pip cannot be "
                                       "asked. Start it, or read its image: image:%2."),
                     {name, container->image});
    return inventoryFrom({engine.program(), QStringLiteral("exec"), container->id,
                          QStringLiteral("pip"), QStringLiteral("list"),
                          QStringLiteral("--format=freeze"),
                          QStringLiteral("--disable-pip-version-check")},
                         source);
}

} // namespace

Result<Inventory> readSource(const QString &source)
{
    const QString kind = source.section(u':', 0, 0);
    const QString name = source.section(u':', 1);
    const bool isSafe = !name.isEmpty() && !name.startsWith(u'-');
    if (isSafe && kind == QLatin1String("file"))
        return fromFile(name, source);
    if (isSafe && kind == QLatin1String("venv"))
        return venvInventory(name);
    if (isSafe && kind == QLatin1String("image"))
        return fromImage(name, source);
    if (isSafe && kind == QLatin1String("container"))
        return fromContainer(name, source);
    return Error(QStringLiteral("packages.source"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 is no source. Write file:PATH, venv:FOLDER, image:NAME or "
                                   "container:NAME."),
                 {source});
}

} // namespace Slipway
