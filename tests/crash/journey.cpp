// SPDX-License-Identifier: MIT
#include "tests/crash/journey.h"

#include "tests/crash/journalcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using TestPrograms::Finished;

namespace {

constexpr int mostCommands = 60;
constexpr int waiting = 3;
constexpr int inDoubt = 4;
const QString checklistFile = QStringLiteral("crash.checklist.yaml");

class Traveller final
{
public:
    Traveller(const CrashScenario &scenario, Disturbance &disturbance, bool mayFail)
        : m_scenario(scenario), m_disturbance(disturbance), m_mayFail(mayFail)
    {
        QByteArray text = scenario.checklist;
        m_world.write(checklistFile, text.replace('@', m_world.path().toUtf8()));
        scenario.prepare(m_world);
    }
    ~Traveller() { m_scenario.cleanUp(m_world); }
    Q_DISABLE_COPY_MOVE(Traveller)

    Journey travel();

private:
    Finished slipway(const QStringList &arguments);
    Finished drive();
    void findRun();
    bool goOn(const Finished &done);
    bool serve(const Finished &said);
    void serveOne(const QString &verb, const QString &step);
    bool tryAgain(const Finished &said);
    void wrong(const QString &what, const Finished &finished);

    const CrashScenario &m_scenario;
    Disturbance &m_disturbance;
    const bool m_mayFail;
    CrashWorld m_world;
    Journey m_journey;
    QString m_run;
};

Finished Traveller::slipway(const QStringList &arguments)
{
    const Finished done = m_world.slipway(arguments, m_disturbance.environment(m_world));
    m_disturbance.ended(m_world, done);
    if (done.status == -1 && !done.wasKilled)
        wrong(arguments.join(u' ') + QStringLiteral(" does not end"), done);
    if (done.wasKilled && m_mayFail)
        wrong(arguments.join(u' ') + QStringLiteral(" crashes"), done);
    return done;
}

/// After the end of a console at the very start nobody was told the run's id: it is looked up.
void Traveller::findRun()
{
    const Finished listed = m_world.slipway({QStringLiteral("runs"), QStringLiteral("--json")});
    const QJsonArray runs =
        QJsonDocument::fromJson(listed.output.toUtf8()).object()[QLatin1String("runs")].toArray();
    if (runs.size() > 1)
        m_journey.wrongs.append(QStringLiteral("there are %1 runs").arg(runs.size()));
    m_run = runs.first().toObject()[QLatin1String("run")].toString();
}

Finished Traveller::drive()
{
    if (m_run.isEmpty() && m_disturbance.hits() > 0)
        findRun();
    if (!m_run.isEmpty())
        return slipway({QStringLiteral("resume"), m_run});
    const Finished done = slipway({QStringLiteral("run"), checklistFile});
    m_run = done.output.section(u'\n', 0, 0).trimmed();
    return done;
}

/// Does what the console asked a person for. False if it asked for nothing.
bool Traveller::serve(const Finished &said)
{
    static const QRegularExpression ask(
        QStringLiteral("slipway (confirm|tick|approve|settle) \\S+ (\\S+)"));
    auto it = ask.globalMatch(said.errors);
    const bool isAsked = it.hasNext();
    while (it.hasNext()) {
        const auto match = it.next();
        serveOne(match.captured(1), match.captured(2));
    }
    return isAsked;
}

/// A person who saw the console end without an answer gives theirs again, recorded or not.
void Traveller::serveOne(const QString &verb, const QString &step)
{
    QStringList arguments{verb, m_run, step};
    if (verb == QLatin1String("approve"))
        arguments += {QStringLiteral("--tick"), QStringLiteral("all")};
    if (verb == QLatin1String("settle")) {
        if (!m_scenario.look) {
            m_journey.wrongs.append(step + QStringLiteral(" is in doubt"));
            return;
        }
        ++m_journey.doubts;
        arguments +=
            {m_scenario.look(m_world, step), QStringLiteral("--note"), QStringLiteral("looked")};
    }
    const int hitsBefore = m_disturbance.hits();
    Finished done = slipway(arguments);
    while (done.wasKilled)
        done = slipway(arguments);
    if (done.status != 0 && m_disturbance.hits() == hitsBefore)
        wrong(arguments.join(u' '), done);
}

/// Retries every step that failed. False if it is not said what went wrong.
bool Traveller::tryAgain(const Finished &said)
{
    if (!m_mayFail || said.errors.trimmed().isEmpty())
        return false;
    ++m_journey.failures;
    if (m_run.isEmpty())
        return true;
    const Finished shown =
        m_world.slipway({QStringLiteral("show"), m_run, QStringLiteral("--json")});
    const QJsonArray steps =
        QJsonDocument::fromJson(shown.output.toUtf8()).object()[QLatin1String("steps")].toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        if (step[QLatin1String("state")] != QLatin1String("failed"))
            continue;
        const QString instance = step[QLatin1String("instance")].toString();
        const QString id = step[QLatin1String("id")].toString();
        const QString name = instance.isEmpty() ? id : QStringLiteral("%1[%2]").arg(id, instance);
        slipway({QStringLiteral("retry"), m_run, name});
    }
    return true;
}

void Traveller::wrong(const QString &what, const Finished &finished)
{
    m_journey.wrongs.append(what + QStringLiteral(": ") + QString::fromUtf8(finished.text()));
}

/// What a user does after the console has ended. False if all is over.
bool Traveller::goOn(const Finished &done)
{
    if (done.wasKilled)
        return true;
    if (done.status == 0) {
        m_journey.wrongs += m_scenario.wrongs(m_world, m_run);
        const Finished verified = m_world.slipway({QStringLiteral("verify"), m_run});
        if (verified.status != 0)
            wrong(QStringLiteral("the run does not verify"), verified);
        m_journey.wrongs += journalWrongs(m_world.home(), m_run, m_journey.doubts, m_mayFail);
        return false;
    }
    const bool isAsking = done.status == waiting || done.status == inDoubt;
    if (!(isAsking ? serve(done) : tryAgain(done)))
        wrong(QStringLiteral("the run stopped"), done);
    return true;
}

Journey Traveller::travel()
{
    bool goesOn = true;
    for (int i = 0; goesOn && i < mostCommands && m_journey.wrongs.isEmpty(); ++i)
        goesOn = goOn(drive());
    if (goesOn && m_journey.wrongs.isEmpty())
        m_journey.wrongs.append(QStringLiteral("the run does not come to its end"));
    return m_journey;
}

} // namespace

Journey travel(const CrashScenario &scenario, Disturbance &disturbance, bool mayFail)
{
    return Traveller(scenario, disturbance, mayFail).travel();
}
