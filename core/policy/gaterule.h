// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Slipway {

/// What a policy asks of one gate, worked out when the gate opens and kept in its event, so that
/// who may pass it is a matter of the journal alone. A value.
struct GateRule
{
    /// So many of these people have to be among those who approve.
    struct Required
    {
        QString group;
        QStringList of;
        int count = 1;

        bool operator==(const Required &) const = default;
    };
    /// Decisions count at these times only.
    struct Window
    {
        QList<int> days;       ///< 1: Monday … 7: Sunday
        int fromMinute = 0;    ///< of the day
        int toMinute = 0;      ///< the first minute that is outside
        int offsetMinutes = 0; ///< of local time, east of UTC

        bool operator==(const Window &) const = default;
    };

    bool isGiven = false; ///< false: there is no policy, and the local user may approve
    bool isSigned = true; ///< every decision carries a signature
    QStringList may;      ///< ids of people, sorted
    QStringList excluded; ///< of these, who may not: they started the run
    QList<Required> required;
    QList<Window> windows;         ///< none: at any time
    QMap<QString, QString> names;  ///< of all these people, as shown
    QMap<QString, QString> logins; ///< by user name on the machine: who that is

    bool mayDecide(const QString &person) const
    {
        return may.contains(person) && !excluded.contains(person);
    }
    /// Those who may decide.
    QStringList deciders() const;
    bool isOpenAt(qint64 msSinceEpoch) const;
    /// Enough of the right people are among these, who differ.
    bool isFulfilledBy(const QStringList &approvers, int quorum) const;
    /// The name as shown; the id where there is none.
    QString nameOf(const QString &person) const;

    /// Without a policy empty.
    QJsonObject toJson() const;
    static GateRule fromJson(const QJsonObject &json);
    bool operator==(const GateRule &) const = default;
};

} // namespace Slipway
