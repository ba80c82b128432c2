// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/trust/bundle.h"

namespace Slipway {

/// That a person looked at a checklist and trusted it.
struct TrustRecord
{
    Bundle bundle; ///< with the bytes, to show what changed since
    QString by;
    qint64 at = 0; ///< milliseconds since 1970
};

/// The checklists that were trusted, one record for each path, in the folder `trust/` of the
/// data. A record that is damaged, or that others could have written, counts for nothing.
/// Any thread, any number of processes; blocks for as long as reading a few files takes.
class TrustStore final
{
public:
    explicit TrustStore(const Places &places);

    /// Whether these bytes at this path may run: they ship with Slipway, or were trusted. Else an
    /// error whose code begins with "trust." and whose first argument is the path.
    Result<void> check(const Bundle &bundle) const;
    /// The checklist that was trusted at that path; nothing if none was.
    Result<std::optional<TrustRecord>> record(const QString &file) const;
    /// All of them by path; what cannot be believed is left out.
    Result<QList<TrustRecord>> records() const;

    /// Takes the place of what was trusted at that path. Durable when it returns.
    Result<void> trust(const TrustRecord &record) const;
    /// False if there was none. Runs that began stay as they are.
    Result<bool> forget(const QString &file) const;

    /// For whoever asks a person then: the bytes are not trusted, as opposed to any other error.
    static bool isRefusal(const Error &error);

private:
    Result<void> checkFolder(const QString &folder) const;
    Result<TrustRecord> read(const QString &recordFile) const;
    QString fileFor(const QString &checklist) const;

    QString m_folder;
};

} // namespace Slipway
