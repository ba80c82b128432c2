// SPDX-License-Identifier: MIT
// Whether a bundle is as it was exported.
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/journal/digests.h"
#include "core/policy/policy.h"
#include "core/report/bundle.h"
#include "core/report/bundleparts.h"
#include "core/run/gateaudit.h"
#include "core/run/objectaudit.h"
#include "core/signing/signing.h"

#include <QDirIterator>
#include <QSet>

namespace Slipway::Bundles {

namespace {

constexpr qint64 mostBytes = qint64(256) * 1024 * 1024;
constexpr int mostProblems = 200;

class BundleAudit final
{
public:
    explicit BundleAudit(const QString &folder)
        : m_folder(folder)
        , m_places(folder, folder, folder)
        , m_objects(m_places.objects())
        , m_gates(m_objects, [this](qint64 event, const Error &what) { tell(event, what); })
    {
    }
    Q_DISABLE_COPY_MOVE(BundleAudit)

    Result<VerifyReport> take();

private:
    void tell(qint64 event, const Error &what);
    void lookAtManifest(const QByteArray &bytes);
    Result<SshKey> signerOfManifest(const QByteArray &bytes) const;
    void lookAtFiles();
    void lookAtEvents();
    void lookAtEvent(const QByteArray &line, ObjectAudit &objects);

    QString m_folder;
    Places m_places;
    ObjectStore m_objects;
    QJsonObject m_manifest;
    VerifyReport m_report;
    GateAudit m_gates;
};

void BundleAudit::tell(qint64 event, const Error &what)
{
    if (m_report.problems.size() < mostProblems)
        m_report.problems.append({event, what});
    else
        m_report.hasMore = true;
}

Result<SshKey> BundleAudit::signerOfManifest(const QByteArray &bytes) const
{
    const auto signature = readFile(m_folder + QLatin1String("/manifest.json.sig"), mostBytes);
    if (!signature)
        return signature.error();
    Signing::Expected expected{m_manifest[QLatin1String("signers")].toString().toUtf8(),
                               {},
                               m_manifest[QLatin1String("principal")].toString(),
                               manifestNameSpace(),
                               m_manifest[QLatin1String("time")].toInteger()};
    if (const QString digest = m_manifest[QLatin1String("policy")].toString(); !digest.isEmpty()) {
        const auto sealed = m_objects.read(digest);
        const auto policy = sealed ? Policy::fromSealed(*sealed) : Result<Policy>(sealed.error());
        if (!policy)
            return policy.error();
        expected.signers = policy->signers().bytes();
        expected.revoked = policy->revoked();
    }
    if (const auto strict = AllowedSigners::read(expected.signers, QStringLiteral("signers"));
        !strict)
        return strict.error();
    return Signing::verify(bytes, *signature, expected);
}

void BundleAudit::lookAtManifest(const QByteArray &bytes)
{
    const auto canonical = canonicalJson(m_manifest);
    if (!canonical || *canonical != bytes)
        tell(0, verifyProblem("manifest",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "The manifest is not written as Slipway writes "
                                                "it.")));
    if (const auto signer = signerOfManifest(bytes); !signer)
        tell(0, verifyProblem("manifest-signature",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "The signature of the manifest does not hold: %1"),
                              {signer.error().message()}));
}

/// Those that the manifest names, as they were, and no other.
void BundleAudit::lookAtFiles()
{
    const QJsonObject files = m_manifest[QLatin1String("files")].toObject();
    QSet<QString> there;
    QDirIterator it(m_folder, QDir::Files | QDir::Hidden | QDir::System,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        there.insert(it.next().mid(m_folder.size() + 1));
    there.remove(QStringLiteral("manifest.json"));
    there.remove(QStringLiteral("manifest.json.sig"));
    for (auto file = files.constBegin(); file != files.constEnd(); ++file) {
        const bool isThere = there.remove(file.key());
        const auto digest =
            isThere ? fileDigest(m_folder + u'/' + file.key()) : Result<QString>(QString());
        if (!digest || *digest != file->toString())
            tell(0,
                 verifyProblem(
                     "file",
                     isThere ? QT_TRANSLATE_NOOP("Slipway::Error", "%1 in the bundle was changed.")
                             : QT_TRANSLATE_NOOP("Slipway::Error", "%1 is missing in the bundle."),
                     {file.key()}));
    }
    for (const QString &name : std::as_const(there))
        tell(0, verifyProblem("file-added",
                              QT_TRANSLATE_NOOP("Slipway::Error", "%1 was added to the bundle."),
                              {name}));
}

void BundleAudit::lookAtEvent(const QByteArray &line, ObjectAudit &objects)
{
    const auto json = parseJsonObject(line);
    const Event event = json ? eventOf(*json) : Event();
    const qint64 number = m_report.head.number + 1;
    const bool isRight = json && event.number == number && event.run == m_report.run &&
                         event.previousHash == m_report.head.hash &&
                         eventHash(event) == event.hash &&
                         canonicalJson(eventLine(event)).valueOr({}) == line;
    if (!isRight)
        tell(number, verifyProblem("changed",
                                   QT_TRANSLATE_NOOP("Slipway::Error",
                                                     "Event %1 was changed: its hash does not fit "
                                                     "what it says."),
                                   {QString::number(number)}));
    ++m_report.events;
    m_report.head = {number, event.hash};
    m_gates.look(event);
    objects.look(event, event.json());
}

void BundleAudit::lookAtEvents()
{
    const auto bytes = readFile(m_folder + QLatin1String("/events.jsonl"), mostBytes);
    if (!bytes) {
        tell(0, bytes.error());
        return;
    }
    ObjectAudit objects(m_places, m_report.run,
                        [this](qint64 event, const Error &what) { tell(event, what); });
    QList<QByteArray> lines = bytes->split('\n');
    if (lines.takeLast().isEmpty()) {
        for (const QByteArray &line : std::as_const(lines))
            lookAtEvent(line, objects);
    }
    m_gates.end();
    m_report.signatures = m_gates.signatures();
    m_report.objects = objects.count();
    if (m_report.head.number != m_manifest[QLatin1String("events")].toInteger() ||
        m_report.head.hash != m_manifest[QLatin1String("head")].toString())
        tell(0, verifyProblem("cut-bundle",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "The bundle ends with event %1, and its manifest "
                                                "says %2: the end was cut off, or added."),
                              {QString::number(m_report.head.number),
                               QString::number(m_manifest[QLatin1String("events")].toInteger())}));
}

Result<VerifyReport> BundleAudit::take()
{
    const auto bytes = readFile(m_folder + QLatin1String("/manifest.json"), mostBytes);
    if (!bytes)
        return bytes.error();
    const auto manifest = parseJsonObject(*bytes);
    if (!manifest)
        return manifest.error();
    m_manifest = *manifest;
    m_report.run = m_manifest[QLatin1String("run")].toString();
    m_report.head.hash = zeroHash();
    m_report.hasHeadFile = true; // the manifest says how it ends
    lookAtManifest(*bytes);
    lookAtFiles();
    lookAtEvents();
    return m_report;
}

} // namespace

Result<VerifyReport> verify(const QString &folder)
{
    return BundleAudit(folder).take();
}

} // namespace Slipway::Bundles
