// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/touches.h"
#include "core/trust/truststore.h"

namespace Slipway {

/// A file of a checklist that is not as it was when that was trusted.
struct BundleChange
{
    QString path;
    QByteArray before;
    QByteArray after;
    bool isNew = false;
    bool isGone = false;
};

/// What a person sees who is to say whether a checklist may run. A value, made from what was read
/// once: to trust it is to trust these bytes, whatever happens to the files meanwhile.
struct TrustQuestion
{
    Bundle bundle;
    LocalizedText title;
    Touches touches;
    std::optional<TrustRecord> before; ///< what was trusted at this place
    Error refusal;                     ///< why it does not run; empty: it may

    /// Any thread; reads the store and nothing else.
    static TrustQuestion of(const Checklist &checklist, const QByteArray &bytes,
                            const Catalogue &catalogue, const TrustStore &store);

    bool isTrusted() const { return refusal.isEmpty(); }
    bool shipsWithSlipway() const { return isTrusted() && bundle.file.startsWith(u':'); }
    /// All files, those that did not change left out; all of them are new where nothing was
    /// trusted before.
    QList<BundleChange> changes() const;
    /// That a person said yes to it.
    TrustRecord record(const QString &by, qint64 at) const { return {bundle, by, at}; }
};

} // namespace Slipway
