// SPDX-License-Identifier: MIT
#include "core/trust/trustquestion.h"

#include <QFileInfo>

namespace Slipway {

namespace {

/// What it would have touched as it was trusted, by what this Slipway knows of the kinds. Nothing
/// if it cannot be read any more: then everything is new.
Touches touchesThen(const Bundle &bundle, const Catalogue &catalogue)
{
    const IncludedFile *list = bundle.find(QFileInfo(bundle.file).fileName());
    if (!list)
        return {};
    const ReadChecklist read =
        readChecklist(list->bytes, bundle.file, [&](const QString &path) -> Result<QByteArray> {
            if (const IncludedFile *file = bundle.find(path))
                return file->bytes;
            return Error(QStringLiteral("trust.not-kept"), "%1", {path});
        });
    return read.checklist ? Touches::of(*read.checklist, catalogue) : Touches();
}

} // namespace

TrustQuestion TrustQuestion::of(const Checklist &checklist, const QByteArray &bytes,
                                const Catalogue &catalogue, const TrustStore &store)
{
    TrustQuestion question{Bundle::of(checklist, bytes), checklist.title,
                           Touches::of(checklist, catalogue), std::nullopt, Error()};
    if (const auto trusted = store.check(question.bundle); !trusted)
        question.refusal = trusted.error();
    const auto record = store.record(question.bundle.file);
    if (record && *record) {
        question.before = *record;
        question.touches.markNew(touchesThen((*record)->bundle, catalogue));
    }
    return question;
}

QList<BundleChange> TrustQuestion::changes() const
{
    const QList<IncludedFile> old = before ? before->bundle.files : QList<IncludedFile>();
    QList<BundleChange> all;
    for (const IncludedFile &file : bundle.files) {
        const IncludedFile *then = before ? before->bundle.find(file.path) : nullptr;
        if (!then)
            all.append({file.path, {}, file.bytes, true, false});
        else if (then->bytes != file.bytes)
            all.append({file.path, then->bytes, file.bytes, false, false});
    }
    for (const IncludedFile &file : old) {
        if (!bundle.find(file.path))
            all.append({file.path, file.bytes, {}, false, true});
    }
    return all;
}

} // namespace Slipway
