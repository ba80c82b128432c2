// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Slipway {

/// Where Slipway keeps its things. Linux: the XDG folders; with SLIPWAY_HOME set, data/,
/// config/ and cache/ below it. Folders are made with mode 0700 on first use.
class Places
{
public:
    /// From the environment of this process.
    static Places fromEnvironment();
    explicit Places(QString data, QString config, QString cache);

    /// Makes the folders; fails on a network file system, whose locks cannot be trusted.
    Result<void> create() const;

    const QString &data() const { return m_data; }
    const QString &config() const { return m_config; }
    const QString &cache() const { return m_cache; }

    QString journal() const;                                 ///< journal.sqlite
    QString objects() const;                                 ///< objects/
    QString run(const QString &runId) const;                 ///< runs/RUN
    QString workspace(const QString &runId) const;           ///< runs/RUN/work
    QString attempt(const QString &runId, int number) const; ///< runs/RUN/attempts/N

private:
    QString m_data;
    QString m_config;
    QString m_cache;
};

} // namespace Slipway
