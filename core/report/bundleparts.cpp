// SPDX-License-Identifier: MIT
#include "core/report/bundleparts.h"

#include "core/journal/objectstore.h"
#include "core/run/objectaudit.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace Slipway::Bundles {

namespace {

constexpr qint64 mostLookedInto = 4 * 1024 * 1024;

/// What looks like the name of an object, and is there.
QStringList objectsIn(const QByteArray &bytes, const ObjectStore &objects)
{
    static const QRegularExpression name(QStringLiteral("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])"));
    QStringList found;
    auto matches = name.globalMatch(QString::fromLatin1(bytes));
    while (matches.hasNext()) {
        const QString digest = matches.next().captured();
        if (objects.contains(digest))
            found.append(digest);
    }
    return found;
}

} // namespace

QString manifestNameSpace()
{
    return QStringLiteral("slipway-bundle@slipway");
}

QString objectName(const QString &digest)
{
    return QStringLiteral("objects/%1/%2").arg(digest.left(2), digest.mid(2));
}

QJsonObject eventLine(const Event &event)
{
    return {{QStringLiteral("run"), event.run},
            {QStringLiteral("number"), event.number},
            {QStringLiteral("previous"), event.previousHash},
            {QStringLiteral("time"), event.time},
            {QStringLiteral("author"), event.author},
            {QStringLiteral("epoch"), event.epoch},
            {QStringLiteral("kind"), event.kind},
            {QStringLiteral("body"), QString::fromUtf8(event.body)},
            {QStringLiteral("hash"), event.hash}};
}

Event eventOf(const QJsonObject &line)
{
    return {
        line[QLatin1String("run")].toString(),      line[QLatin1String("number")].toInteger(),
        line[QLatin1String("previous")].toString(), line[QLatin1String("time")].toInteger(),
        line[QLatin1String("author")].toString(),   line[QLatin1String("epoch")].toInteger(),
        line[QLatin1String("kind")].toString(),     line[QLatin1String("body")].toString().toUtf8(),
        line[QLatin1String("hash")].toString()};
}

QList<NamedFile> filesNamedBy(const QList<Event> &events, const Places &places)
{
    const ObjectStore objects(places.objects());
    QList<NamedFile> files;
    QStringList open;
    if (events.isEmpty())
        return files;
    ObjectAudit named(places, events.first().run, [](qint64, const Error &) {});
    for (const Event &event : events) {
        named.look(event, event.json());
        open += objectsIn(event.body, objects);
    }
    for (const QString &one : named.seen()) {
        if (one.startsWith(u'/'))
            files.append({one, one.mid(places.data().size() + 1)});
        else
            open.append(one);
    }
    // Objects name objects: a gate's pack its evidence, a list of changes its files.
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString digest = open.takeLast();
        if (seen.contains(digest))
            continue;
        seen.insert(digest);
        files.append({objects.path(digest), objectName(digest)});
        if (QFileInfo(objects.path(digest)).size() <= mostLookedInto)
            open += objectsIn(objects.read(digest).valueOr({}), objects);
    }
    return files;
}

} // namespace Slipway::Bundles
