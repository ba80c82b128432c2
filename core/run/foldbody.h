// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// What all handlers of RunFold use; for its own files alone.
namespace Slipway::FoldBody {

inline QString text(const QJsonObject &body, const char *key)
{
    return body[QLatin1String(key)].toString();
}

/// Texts of a list.
inline QStringList texts(const QJsonObject &body, const char *key)
{
    QStringList list;
    const QJsonArray array = body[QLatin1String(key)].toArray();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

/// The reason why an event is ignored.
inline QString notNow(const char *why)
{
    return QLatin1String(why);
}

inline const QString applied; ///< no reason to ignore it

} // namespace Slipway::FoldBody
