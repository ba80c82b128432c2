// SPDX-License-Identifier: MIT
// What nearly every file includes, read once for each library. Files still include what they
// use: SLIPWAY_PCH=OFF builds without this.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
