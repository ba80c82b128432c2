// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

/// What all handlers of RunFold use; for its own files alone.
namespace Slipway::FoldBody {

inline QString text(const QJsonObject &body, const char *key)
{
    return body[QLatin1String(key)].toString();
}

/// The reason why an event is ignored.
inline QString notNow(const char *why)
{
    return QLatin1String(why);
}

inline const QString applied; ///< no reason to ignore it

} // namespace Slipway::FoldBody
