// SPDX-License-Identifier: MIT
#include "app/slipway-shots/fixturecompare.h"

#include "core/packages/fileselection.h"

#include <QMap>
#include <QThread>

namespace Slipway {

namespace {

constexpr int manySources = 50;
constexpr int manyPackages = 2000;

QList<InstalledPackage> parsed(const QString &freeze)
{
    QList<InstalledPackage> packages;
    const QStringList words = freeze.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString version = word.section(QLatin1String("=="), 1);
        packages.append(
            {word.section(QLatin1String("=="), 0, 0), version, Version::parse(version)});
    }
    return packages;
}

/// What all four have, so that the list is as long as a real one.
QList<InstalledPackage> common()
{
    QList<InstalledPackage> packages;
    for (int i = 0; i < 83; ++i) {
        const QString version = QStringLiteral("1.%1.%2").arg(i % 9).arg(i % 4);
        packages.append({QStringLiteral("azure-part-%1").arg(i, 2, 10, QLatin1Char('0')), version,
                         Version::parse(version)});
    }
    return packages;
}

/// Thirteen small changes and two dozen larger ones, of which only the first source has less.
QList<InstalledPackage> rest(int step)
{
    QList<InstalledPackage> packages;
    for (int i = 0; i < 36; ++i) {
        const QString version = i < 12 ? QStringLiteral("2.1.%1").arg(i + step)
                                       : QStringLiteral("0.%1.0").arg(i + 2 * step);
        packages.append({QStringLiteral("lib%1").arg(i, 2, 10, QLatin1Char('0')), version,
                         Version::parse(version)});
    }
    return packages;
}

QList<InstalledPackage> packagesOf(const QString &source)
{
    if (source.contains(QLatin1String("dev-1.0.9")))
        return parsed(QStringLiteral("fastapi==0.121.2 mlflow==3.6.0 numpy==2.3.5 pika==1.3.2 "
                                     "pydantic==2.12.4 pymongo==4.15.4 python-jose==3.5.0 "
                                     "requests==2.32.5 setuptools==80.9.0 urllib3==2.6.3 "
                                     "uvicorn==0.38.0")) +
               common() + rest(0);
    if (source.contains(QLatin1String("local-ana")))
        return parsed(QStringLiteral("fastapi==0.135.2 mlflow==3.10.1 numpy==2.4.4 pika==1.3.2 "
                                     "pydantic==2.12.5 pymongo==4.16.0 requests==2.33.1 "
                                     "rich==15.0.0 setuptools==82.0.1 urllib3==2.5.0 "
                                     "uvicorn==0.42.0")) +
               common() + rest(1);
    if (source.contains(QLatin1String("worker")))
        return parsed(QStringLiteral("fastapi==0.121.2 mlflow==3.6.0 numpy==2.3.5 pika==1.3.2 "
                                     "pydantic==2.12.5 requests==2.32.5 setuptools==82.0.1 "
                                     "urllib3==2.6.3 uvicorn==0.38.0")) +
               common() + rest(0);
    return parsed(QStringLiteral("fastapi==0.135.2 numpy==2.4.4 pika==1.3.2 pydantic==2.12.5 "
                                 "pymongo==4.16.0 requests==2.33.1 setuptools==82.0.1 "
                                 "urllib3==2.6.3 uvicorn==0.42.0")) +
           common() + rest(1);
}

QList<InstalledPackage> manyOf(int source)
{
    QList<InstalledPackage> packages;
    for (int i = 0; i < manyPackages; ++i) {
        if ((i + source) % 97 == 0)
            continue;
        const QString version =
            QStringLiteral("%1.%2.%3").arg(i % 7).arg(i % 11).arg((i + source) % 13);
        packages.append({QStringLiteral("package-%1").arg(i, 4, 10, QLatin1Char('0')), version,
                         Version::parse(version)});
    }
    return packages;
}

Result<SourceReading> read(const QString &source, const std::stop_token &stop)
{
    if (source == u"image:slow:1.0") {
        while (!stop.stop_requested())
            QThread::msleep(5);
        return Error(QStringLiteral("program.stopped"), "Stopped.");
    }
    if (source == u"image:gone:1.0")
        return Error(QStringLiteral("docker.no-image"),
                     "There is no image gone:1.0. Build it, or pull it first.")
            .withDetail(QStringLiteral("Error: No such image: gone:1.0"));
    QList<InstalledPackage> packages = source.startsWith(QLatin1String("image:many"))
                                           ? manyOf(source.section(u':', 2).toInt())
                                           : packagesOf(source);
    for (InstalledPackage &package : packages)
        package.isRequested = !package.name.startsWith(QLatin1String("azure"));
    SourceReading reading{{Inventory::of(source, packages)}, {}};
    reading.report.isFromCache = !source.contains(QLatin1String("container"));
    return reading;
}

/// Three files of two repositories, whose pins are older than what is installed.
Result<Settling> settling(const QList<Inventory> &inventories)
{
    const QMap<QString, QByteArray> files{
        {QStringLiteral("/home/ana/python-api/Dockerfile"),
         "FROM python:3.11-slim\nWORKDIR /app\n\n# What the service is made of\nRUN pip install "
         "\\\n"
         "    fastapi==0.121.2 \\\n    numpy==2.3.5 \\\n    \"uvicorn[standard]==0.38.0\"\n"
         "COPY . .\n"},
        {QStringLiteral("/home/ana/python-api/requirements.txt"),
         "# tests\nrequests==2.32.5\npika==1.3.2\n"},
        {QStringLiteral("/home/ana/python-worker/requirements.txt"),
         "pydantic==2.12.4  # with the stack\nfastapi==0.121.2\n"}};
    SameVersion rule;
    for (const Inventory &inventory : inventories)
        rule.addInventory(inventory);
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (auto added = rule.addFile(it.key(), it.value(), *pinFileKindOf(it.key())); !added)
            return added.error();
    }
    Settling made{rule.disagreements(), {}};
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const auto settled =
            settleFile(it.key(), it.value(), *pinFileKindOf(it.key()), made.disagreements);
        if (settled && settled->bytes != it.value())
            made.edits.append({it.key(), it.value(), settled->bytes});
    }
    return made;
}

} // namespace

QStringList fixtureSources()
{
    return {QStringLiteral("image:python-api:dev-1.0.9"),
            QStringLiteral("image:registry.example.org/team/python-api:local-ana-1.1.0"),
            QStringLiteral("container:api"), QStringLiteral("container:worker-pub")};
}

QStringList manyFixtureSources()
{
    QStringList sources;
    for (int i = 0; i < manySources; ++i)
        sources.append(QStringLiteral("image:many:%1").arg(i));
    return sources;
}

CompareServices fixtureCompare()
{
    CompareServices services;
    services.read = [](const QString &source, ImageReading, std::stop_token stop) {
        return read(source, stop);
    };
    services.offers = [](std::stop_token) -> Result<QList<SourceOffer>> {
        const QStringList sources = fixtureSources();
        QList<SourceOffer> offers;
        for (const QString &source : sources.mid(2))
            offers.append({SourceOffer::Kind::Container, source, source.section(u':', 1),
                           QStringLiteral("running, python-api:local-ana-1.1.0")});
        for (const QString &source : sources.first(2))
            offers.append({SourceOffer::Kind::Image, source, source.section(u':', 1),
                           QStringLiteral("1.8 GB")});
        for (const char *name : {"python-api:dev-1.0.8", "python-worker:dev-1.0.9", "rabbitmq:4.1"})
            offers.append({SourceOffer::Kind::Image, QStringLiteral("image:") + QLatin1String(name),
                           QLatin1String(name), QStringLiteral("412.6 MB")});
        return offers;
    };
    services.settle = [](const QList<Inventory> &inventories, const QStringList &) {
        return settling(inventories);
    };
    services.write = [](const Settlement::Edit &) { return Result<void>(); };
    services.save = [](const QString &, const QByteArray &) { return Result<void>(); };
    return services;
}

} // namespace Slipway
