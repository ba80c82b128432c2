// SPDX-License-Identifier: MIT
#include "core/report/attestation.h"

#include "core/base/canonicaljson.h"
#include "core/signing/sshsignature.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Slipway::Attestation {

namespace {

const QByteArray payloadType = "application/vnd.in-toto+json";

QJsonObject subject(const QString &name, const QString &digest)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("digest"), QJsonObject{{QStringLiteral("sha256"), digest}}}};
}

void addSubjects(QJsonArray &subjects, const StepView &step)
{
    for (const EvidenceView &one : step.evidence) {
        if (!one.evidence.digest.isEmpty())
            subjects.append(subject(step.id + u'/' + step.instance + u'/' + one.evidence.name,
                                    one.evidence.digest));
    }
    for (const StepView &instance : step.instances)
        addSubjects(subjects, instance);
}

Result<QByteArray> statement(const Reports::Source &source)
{
    QJsonArray subjects{
        subject(QStringLiteral("run/") + source.view.id, source.verified.head.hash)};
    for (const StageView &stage : source.view.stages) {
        for (const StepView &step : stage.steps)
            addSubjects(subjects, step);
    }
    return canonicalJson(QJsonObject{
        {QStringLiteral("_type"), QStringLiteral("https://in-toto.io/Statement/v1")},
        {QStringLiteral("subject"), subjects},
        {QStringLiteral("predicateType"), QStringLiteral("urn:slipway:run:1")},
        {QStringLiteral("predicate"), QJsonDocument::fromJson(Reports::json(source)).object()}});
}

} // namespace

QString nameSpace()
{
    return QStringLiteral("slipway-intoto@slipway");
}

QByteArray preAuthentication(const QByteArray &type, const QByteArray &payload)
{
    return "DSSEv1 " + QByteArray::number(type.size()) + ' ' + type + ' ' +
           QByteArray::number(payload.size()) + ' ' + payload;
}

Result<QByteArray> envelope(const Reports::Source &source, const Signing::Key &key)
{
    const auto payload = statement(source);
    if (!payload)
        return payload;
    const auto signature =
        Signing::sign(preAuthentication(payloadType, *payload), nameSpace(), key);
    if (!signature)
        return signature;
    const auto read = SshSignature::read(*signature);
    if (!read)
        return read.error();
    const QJsonObject one{{QStringLiteral("keyid"), read->key.fingerprint()},
                          {QStringLiteral("sig"), QString::fromLatin1(signature->toBase64())}};
    return canonicalJson(
        QJsonObject{{QStringLiteral("payload"), QString::fromLatin1(payload->toBase64())},
                    {QStringLiteral("payloadType"), QString::fromLatin1(payloadType)},
                    {QStringLiteral("signatures"), QJsonArray{one}}});
}

} // namespace Slipway::Attestation
