// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/invariants.h"
#include "tests/run/simulator/simdriver.h"
#include "tests/run/simulator/simpeople.h"

#include <memory>
#include <vector>

namespace Slipway {

/// All that a history follows from. Turns can be left out, and what is left is a history too.
struct Script
{
    quint64 checklist = 0;
    quint64 inputs = 0;
    std::vector<quint64> turns;

    static Script ofSeed(quint64 seed);
};

/// One history of a run in a made-up world: drivers that crash and are followed by others,
/// programs, people; at last good will, so that the run comes to its end.
class Simulation
{
public:
    Simulation(const Checklist &checklist, const Catalogue &catalogue);
    Q_DISABLE_COPY_MOVE(Simulation)

    /// What did not hold, empty if all did. lines: takes the history, readable; may be nullptr.
    QString play(const Script &script, QStringList *lines = nullptr);
    qsizetype eventCount() const { return m_journal.events().size(); }

private:
    void appended(const Event &event, const QJsonObject &body);
    void create(quint64 seed);
    void turn(Random &random);
    void driverTurn(Random &random);
    void worldTurn(Random &random);
    void openDriver();
    void rest();
    void continueElsewhere();
    void goAgain();
    bool end(Random &random);
    void say(const QString &line);

    const Checklist &m_checklist;
    RunFold m_run;
    SimJournal m_journal;
    SimWorld m_world;
    Invariants m_invariants;
    Surroundings m_around;
    SimPeople m_people;
    std::unique_ptr<SimDriver> m_driver; ///< nullptr: nobody drives
    std::unique_ptr<SimDriver> m_stale;  ///< it does not know yet that another has its lease
    Random *m_random = nullptr;          ///< of this turn
    QStringList *m_lines = nullptr;
    bool m_isMeddling = false;
    bool m_isDisturbed = false;
};

} // namespace Slipway
