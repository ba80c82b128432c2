// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <compare>
#include <optional>

namespace Slipway {

/// A version as PEP 440 reads it, in any of its spellings. Numbers have no upper limit: they
/// are kept as digits. A value; any thread.
class Version
{
public:
    /// Blanks around it and a leading "v" are allowed; nothing when it is no such version.
    static std::optional<Version> parse(const QString &text);

    /// The normal form, such as "1!2.0rc1.post2.dev3+cu.118".
    QString normalText() const;
    /// The release numbers as digits without leading zeros, trailing zeros kept: "1.10.0" is
    /// {"1", "10", "0"}.
    const QStringList &release() const { return m_release; }
    QString epoch() const { return m_epoch; }
    bool isPrerelease() const { return !m_preKind.isEmpty() || m_dev.has_value(); }
    bool isPostrelease() const { return m_post.has_value(); }
    /// True for "2.1.0+cu118": a package index does not take such versions.
    bool isLocal() const { return !m_local.isEmpty(); }
    QString localText() const { return m_local.join(u'.'); }

    /// PEP 440's order: "1.0" and "1.0.0" are equivalent, a local version comes after its
    /// public one.
    std::weak_ordering operator<=>(const Version &other) const;
    bool operator==(const Version &other) const { return (*this <=> other) == 0; }

private:
    friend class VersionReader;

    QString m_epoch = QStringLiteral("0");
    QStringList m_release;
    QString m_preKind; ///< "a", "b", "rc" or empty
    QString m_preNumber;
    std::optional<QString> m_post;
    std::optional<QString> m_dev;
    QStringList m_local;
};

} // namespace Slipway
