// SPDX-License-Identifier: MIT
#include "core/report/bundle.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/journal/digests.h"
#include "core/policy/policy.h"
#include "core/report/bundleparts.h"
#include "core/run/runstarter.h"
#include "core/signing/signing.h"
#include "core/signing/sshsignature.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

/// Resources of a static library are only linked in when they are named, outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(bundle);
}

namespace Slipway::Bundles {

namespace {

constexpr int pageOfEvents = 1000;

Error notWritten(const QString &path, const QString &why)
{
    return {QStringLiteral("bundle.not-written"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The bundle could not be written (%1): %2"),
            {path, why}};
}

} // namespace

Result<Signing::Key> exportKey(const QString &keyFile, const QString &person,
                               const std::optional<Policy> &policy, const RunServices &services)
{
    QList<SshKey> theirs;
    const auto people = policy ? policy->people() : QMap<QString, Policy::Person>();
    for (const Policy::Person &one : people) {
        const bool isMeant =
            person.isEmpty() ? one.logins.contains(services.author) : one.id == person;
        if (isMeant)
            theirs += policy->signers().keysOf(one.principal, services.clock->now());
    }
    return Signing::chooseKey(keyFile, theirs, QDir::homePath() + QLatin1String("/.ssh"));
}

namespace {

/// Writes one bundle, file by file, and notes their digests.
class Writer final
{
public:
    Writer(const Request &request, const RunServices &services)
        : m_request(request), m_services(services)
    {
    }
    Q_DISABLE_COPY_MOVE(Writer)

    Result<void> write();

private:
    Result<void> prepare() const;
    Result<void> writeEvents();
    Result<void> copyNamed();
    Result<void> copy(const QString &from, const QString &name);
    Result<void> add(const QString &name, const QByteArray &bytes);
    Result<void> sign();
    Result<QByteArray> signedManifest(QJsonObject manifest, const Signing::Key &key) const;

    const Request &m_request;
    const RunServices &m_services;
    QList<Event> m_events;
    QJsonObject m_files;
};

Result<void> Writer::prepare() const
{
    const QDir folder(m_request.folder);
    if (folder.exists() && !folder.isEmpty())
        return Error(QStringLiteral("bundle.exists"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 has something in it already. Name a folder that is new "
                                       "or empty."),
                     {m_request.folder});
    return makePrivateFolder(m_request.folder);
}

Result<void> Writer::add(const QString &name, const QByteArray &bytes)
{
    const QString path = m_request.folder + u'/' + name;
    if (auto made = makePrivateFolder(QFileInfo(path).path()); !made)
        return made;
    if (auto written = writeFileDurably(path, bytes); !written)
        return written;
    m_files.insert(name, sha256Hex(bytes));
    return {};
}

Result<void> Writer::writeEvents()
{
    QByteArray lines;
    qint64 after = 0;
    while (true) {
        const auto page = m_services.store->events(m_request.run, after, pageOfEvents);
        if (!page)
            return page.error();
        for (const Event &event : *page) {
            const auto line = canonicalJson(eventLine(event));
            if (!line)
                return line.error();
            lines += *line + '\n';
            after = event.number;
        }
        m_events += *page;
        if (page->size() < pageOfEvents)
            break;
    }
    return add(QStringLiteral("events.jsonl"), lines);
}

Result<void> Writer::copy(const QString &from, const QString &name)
{
    if (m_files.contains(name))
        return {};
    const QString path = m_request.folder + u'/' + name;
    if (auto made = makePrivateFolder(QFileInfo(path).path()); !made)
        return made;
    if (!QFile::copy(from, path))
        return notWritten(path, from);
    const auto digest = fileDigest(path);
    if (!digest)
        return digest.error();
    m_files.insert(name, *digest);
    return {};
}

Result<void> Writer::copyNamed()
{
    const QList<NamedFile> named = filesNamedBy(m_events, m_services.places);
    for (const NamedFile &file : named) {
        if (auto copied = copy(file.path, file.name); !copied)
            return copied;
    }
    initResources();
    QFile script(QStringLiteral(":/bundle/verify.py"));
    if (!script.open(QIODevice::ReadOnly))
        return notWritten(script.fileName(), script.errorString());
    return add(QStringLiteral("verify.py"), script.readAll());
}

/// A key that the policy knows speaks for its person; any other for itself alone.
Result<QByteArray> Writer::signedManifest(QJsonObject manifest, const Signing::Key &key) const
{
    const auto bytes = canonicalJson(manifest);
    return bytes ? Signing::sign(*bytes, manifestNameSpace(), key) : bytes;
}

Result<void> Writer::sign()
{
    const auto policy = Policy::load(m_services.places.config());
    if (!policy)
        return policy.error();
    const qint64 now = m_services.clock->now();
    const auto key = exportKey(m_request.keyFile, m_request.person, *policy, m_services);
    if (!key)
        return key.error();
    // Which key a file holds is known once it signed something.
    const auto trial = Signing::sign("key", manifestNameSpace(), *key);
    const auto read = trial ? SshSignature::read(*trial) : Result<SshSignature>(trial.error());
    if (!read)
        return read.error();
    if (const auto strong = read->key.checkStrength(); !strong)
        return strong;
    QJsonObject manifest{{QStringLiteral("manifest"), QStringLiteral("slipway-bundle-1")},
                         {QStringLiteral("run"), m_request.run},
                         {QStringLiteral("events"), m_events.last().number},
                         {QStringLiteral("head"), m_events.last().hash},
                         {QStringLiteral("time"), now}};
    manifest[QStringLiteral("principal")] = QStringLiteral("exporter");
    manifest[QStringLiteral("signers")] =
        QStringLiteral("exporter ") + QString::fromLatin1(read->key.line()) + u'\n';
    if (*policy) {
        for (const AllowedSigner &line : (*policy)->signers().lines()) {
            if (line.key != read->key)
                continue;
            const QByteArray sealed = (*policy)->sealed();
            const QString digest = sha256Hex(sealed);
            if (auto added = add(objectName(digest), sealed); !added)
                return added;
            manifest.remove(QStringLiteral("signers"));
            manifest[QStringLiteral("policy")] = digest;
            manifest[QStringLiteral("principal")] = line.principal;
        }
    }
    manifest[QStringLiteral("files")] = m_files;
    const auto signature = signedManifest(manifest, *key);
    if (!signature)
        return signature.error();
    const QString path = m_request.folder + QLatin1String("/manifest.json");
    if (auto written = writeFileDurably(path, canonicalJson(manifest).valueOr({})); !written)
        return written;
    return writeFileDurably(path + QLatin1String(".sig"), *signature);
}

Result<void> Writer::write()
{
    if (auto ready = prepare(); !ready)
        return ready;
    if (auto written = writeEvents(); !written)
        return written;
    if (auto copied = copyNamed(); !copied)
        return copied;
    return sign();
}

} // namespace

Result<void> write(const Request &request, const RunServices &services)
{
    const auto report = verifyRun(services.places, request.run);
    if (!report)
        return report.error();
    if (!report->isWhole())
        return Error(
            QStringLiteral("bundle.not-whole"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The run is not whole, so nothing is exported: %1"),
            {report->problems.first().what.message()});
    if (auto written = Writer(request, services).write(); !written)
        return written;
    // What was written is looked at with other eyes before anybody relies on it.
    const auto again = verify(request.folder);
    if (!again)
        return again.error();
    return again->isWhole() ? Result<void>()
                            : notWritten(request.folder, again->problems.first().what.message());
}

bool isBundle(const QString &folder)
{
    return QFileInfo(folder + QLatin1String("/manifest.json")).isFile();
}

} // namespace Slipway::Bundles
