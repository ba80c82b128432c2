// SPDX-License-Identifier: MIT
#include "core/process/startrecord.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Slipway {

StartRecord StartRecord::fromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    StartRecord record;
    record.bootId = json.value(QLatin1String("boot")).toString();
    record.pid = json.value(QLatin1String("pid")).toInteger();
    record.startTime = json.value(QLatin1String("startTime")).toInteger();
    record.host = json.value(QLatin1String("host")).toString();
    record.at = json.value(QLatin1String("at")).toInteger();
    return record;
}

StartRecord::Place StartRecord::place(const HostFacts &here) const
{
    // The same boot is the same machine, also if it was given another name meanwhile.
    const QString bootHere = here.bootId();
    if (bootId.isEmpty() || bootHere.isEmpty() || bootId == bootHere)
        return Place::ThisBoot;
    return host.isEmpty() || host == here.hostName() ? Place::EarlierBoot : Place::OtherHost;
}

} // namespace Slipway
