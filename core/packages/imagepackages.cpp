// SPDX-License-Identifier: MIT
#include "core/packages/imagepackages.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/packages/containertree.h"
#include "core/packages/inventoryjson.h"
#include "core/packages/packagelist.h"
#include "core/packages/pythons.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

namespace Slipway {

namespace {

constexpr int askTimeoutMs = 60'000;

/// A container that was made for reading, named before it is there: an engine's client may be
/// ended while the engine still makes or runs it.
class ThrowAway
{
    Q_DISABLE_COPY_MOVE(ThrowAway)

public:
    explicit ThrowAway(const PackageReading &how)
        : m_engine(how.tidy ? how.tidy : how.ask)
        , m_name(QStringLiteral("slipway-read-%1")
                     .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0')))
    {
    }
    ~ThrowAway()
    {
        if (!m_isGone && !m_engine.remove(m_name))
            return; // it was not made, or is gone already
    }
    const QString &name() const { return m_name; }
    /// The engine has removed it itself.
    void setGone() { m_isGone = true; }

private:
    DockerEngine m_engine;
    QString m_name;
    bool m_isGone = false;
};

QString readingName(ImageReading reading)
{
    return reading == ImageReading::Scan ? QStringLiteral("scan") : QStringLiteral("ask");
}

/// What was never in a registry was built here, by people who would run it anyway.
ImageReading readingOf(const Image &image, const PackageReading &how)
{
    if (how.images != ImageReading::Auto)
        return how.images;
    return image.digests.isEmpty() ? ImageReading::Ask : ImageReading::Scan;
}

/// The file that keeps what was read of an image; empty: nothing is kept.
QString cacheFile(const QString &imageId, ImageReading reading, const PackageReading &how)
{
    const QString digest = imageId.section(u':', -1);
    if (how.cache.isEmpty() || digest.isEmpty())
        return {};
    return QStringLiteral("%1/packages/%2-%3.json").arg(how.cache, digest, readingName(reading));
}

/// A cache that cannot be read is as good as none.
std::optional<QList<Inventory>> cached(const QString &file, const QString &label)
{
    if (file.isEmpty() || !QFileInfo::exists(file))
        return std::nullopt;
    const auto bytes = readFile(file);
    const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
    const auto inventories =
        json ? inventoriesFromJson(*json, label) : Result<QList<Inventory>>(json.error());
    return inventories ? std::optional(*inventories) : std::nullopt;
}

void keep(const QString &file, const QList<Inventory> &inventories, const QString &label)
{
    if (file.isEmpty())
        return;
    const auto bytes = canonicalJson(inventoriesToJson(inventories, label));
    const auto made = makePrivateFolder(QFileInfo(file).path());
    if (!bytes || !made)
        return;
    // If it cannot be kept, it is read again the next time.
    [[maybe_unused]] const auto written = writeFileDurably(file, *bytes);
}

Result<QList<Inventory>> scanned(const DockerEngine &engine, const QString &container,
                                 const QStringList &environment, const QString &label)
{
    ContainerTree tree(engine, container);
    return readPythons(tree, environment, label);
}

Error askError(const QString &label, const Reply &reply)
{
    return Error(QStringLiteral("packages.unreadable"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Neither Python nor pip could be asked in %1. Read its files "
                                   "instead (--scan)."),
                 {label})
        .withDetail(QString::fromUtf8(reply.errorOutput.right(2000)));
}

/// Asks Python, and pip where the Python is too old or not to be found. run: how a program and
/// its arguments are run there.
Result<QList<Inventory>> asked(const QString &label,
                               const std::function<Result<Reply>(const QStringList &)> &run)
{
    const QList<QStringList> programs{
        {QStringLiteral("python3"), QStringLiteral("-I"), QStringLiteral("-c"), askingProgram()},
        {QStringLiteral("python"), QStringLiteral("-I"), QStringLiteral("-c"), askingProgram()},
        {QStringLiteral("pip"), QStringLiteral("list"), QStringLiteral("--format=json"),
         QStringLiteral("--disable-pip-version-check")}};
    Reply last;
    for (const QStringList &program : programs) {
        const auto reply = run(program);
        if (!reply)
            return reply.error();
        last = *reply;
        if (!reply->isSuccess())
            continue;
        const auto inventory = readPackageList(reply->output, label);
        if (inventory)
            return QList<Inventory>{*inventory};
        last.errorOutput = inventory.error().message().toUtf8();
    }
    return askError(label, last);
}

Result<Reply> askedProgram(const PackageReading &how, const QStringList &argv)
{
    Question question;
    question.argv = argv;
    question.timeoutMs = askTimeoutMs;
    return how.ask(question);
}

QStringList throwAwayRun(const QString &docker, const QString &container, const QString &imageId,
                         const QStringList &program)
{
    return QStringList{docker,
                       QStringLiteral("run"),
                       QStringLiteral("--rm"),
                       QStringLiteral("--name"),
                       container,
                       QStringLiteral("--label"),
                       QStringLiteral("slipway.purpose=read"),
                       QStringLiteral("--network"),
                       QStringLiteral("none"),
                       QStringLiteral("--read-only"),
                       QStringLiteral("--cap-drop"),
                       QStringLiteral("ALL"),
                       QStringLiteral("--security-opt"),
                       QStringLiteral("no-new-privileges"),
                       QStringLiteral("--pids-limit"),
                       QStringLiteral("64"),
                       QStringLiteral("--memory"),
                       QStringLiteral("1g"),
                       QStringLiteral("--entrypoint"),
                       program.first(),
                       imageId} +
           program.mid(1);
}

} // namespace

QString askingProgram()
{
    // -I leaves the user's own site folder out, which pip looks into; "~name" is what a failed
    // uninstall left behind.
    return QStringLiteral("import importlib.metadata as m, json, os, site, sys\n"
                          "def url(d):\n"
                          "    t = d.read_text('direct_url.json')\n"
                          "    return json.loads(t) if t else {}\n"
                          "def left(d):\n"
                          "    p = getattr(d, '_path', None)\n"
                          "    return p is not None and os.path.basename(str(p))[:1] == '~'\n"
                          "path = list(sys.path)\n"
                          "if sys.prefix == sys.base_prefix:\n"
                          "    path.insert(0, site.getusersitepackages())\n"
                          "print(json.dumps([{'metadata': {'name': d.metadata['Name'],"
                          " 'version': d.version}, 'direct_url': url(d),"
                          " 'requested': d.read_text('REQUESTED') is not None}"
                          " for d in m.distributions(path=path) if not left(d) and d.metadata and "
                          "d.metadata['Name']]))\n");
}

Result<QList<Inventory>> imagePackages(const QString &name, const QString &label,
                                       const PackageReading &how)
{
    const DockerEngine engine(how.ask);
    const auto image = engine.image(name);
    if (!image)
        return image.error();
    const ImageReading reading = readingOf(*image, how);
    const QString file = cacheFile(image->id, reading, how);
    if (how.report)
        how.report->wasAsked = reading == ImageReading::Ask;
    if (auto known = cached(file, label)) {
        if (how.report)
            how.report->isFromCache = true;
        return *known;
    }
    Result<QList<Inventory>> read = QList<Inventory>();
    if (reading == ImageReading::Ask) {
        read = asked(label, [&](const QStringList &program) {
            ThrowAway container(how);
            const auto reply = askedProgram(
                how, throwAwayRun(engine.program(), container.name(), image->id, program));
            if (reply)
                container.setGone(); // --rm
            return reply;
        });
    } else {
        const ThrowAway named(how);
        const auto container = engine.createToRead(image->id, named.name());
        if (!container)
            return container.error();
        read = scanned(engine, *container, image->environment, label);
    }
    if (read)
        keep(file, *read, label);
    return read;
}

Result<QList<Inventory>> containerPackages(const QString &name, const QString &label,
                                           const PackageReading &how)
{
    const DockerEngine engine(how.ask);
    const auto container = engine.container(name);
    if (!container)
        return container.error();
    const auto image = engine.image(container->imageId);
    if (!image)
        return image.error();
    if (readingOf(*image, how) == ImageReading::Scan || !container->isRunning())
        return scanned(engine, container->id, container->environment, label);
    if (how.report)
        how.report->wasAsked = true;
    return asked(label, [&](const QStringList &program) {
        return askedProgram(
            how, QStringList{engine.program(), QStringLiteral("exec"), container->id} + program);
    });
}

} // namespace Slipway
