// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace Slipway {

class Redactor;

/// The values of the secrets of a run by name, and what keeps them out of all that is stored.
/// They live in memory alone. A value, cheap to copy; any thread.
class SecretValues final
{
public:
    SecretValues() = default;
    explicit SecretValues(QMap<QString, QString> values);
    /// The values that `before` held as well are kept out of what is stored as before.
    SecretValues(QMap<QString, QString> values, const SecretValues &before);

    bool isEmpty() const { return m_redactor == nullptr; } ///< nothing is to be kept out
    const QMap<QString, QString> &all() const { return m_values; }
    std::optional<QString> value(const QString &name) const;

    /// The same with "***" for each secret, in whatever encoding it stands there.
    QByteArray redacted(const QByteArray &bytes) const;
    QString redacted(const QString &text) const;
    QJsonValue redacted(const QJsonValue &json) const; ///< in all its texts

private:
    QMap<QString, QString> m_values;
    QStringList m_hidden; ///< all that are kept out
    std::shared_ptr<const Redactor> m_redactor;
};

} // namespace Slipway
