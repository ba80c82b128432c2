// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simulation.h"

#include "tests/run/simulator/foldtext.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"

namespace Slipway {

namespace {
constexpr int historiesOfAChecklist = 16;
constexpr qint64 minuteMs = 60'000;
constexpr int roundsToTheEnd = 120;

/// One line, without what is the same in every event.
QString told(const Event &event)
{
    QJsonObject body = event.json();
    if (body.contains(QLatin1String("plan")))
        body[QLatin1String("plan")] =
            body[QLatin1String("plan")].toObject().contains(QLatin1String("programs"))
                ? QStringLiteral("programs")
                : QStringLiteral("in-process");
    for (const char *key : {"deadline", "effectKey", "host", "bundle", "file", "checklist", "name",
                            "schema", "version", "nonce", "error", "evidence"})
        body.remove(QLatin1String(key));
    const QString by =
        event.epoch > 0 ? QStringLiteral("driver %1").arg(event.epoch) : event.author;
    return QString::number(event.number) + u' ' + event.kind + QStringLiteral(" by ") + by + u' ' +
           QString::fromUtf8(canonicalJson(body).valueOr({}));
}
} // namespace

Script Script::ofSeed(quint64 seed)
{
    Script script;
    script.checklist = seed / historiesOfAChecklist;
    Random random(seed ^ 0x5eed);
    script.inputs = random.next();
    const int turns = 5 + random.below(50);
    for (int i = 0; i < turns; ++i)
        script.turns.push_back(random.next());
    return script;
}

Simulation::Simulation(const Checklist &checklist, const Catalogue &catalogue)
    : m_checklist(checklist)
    , m_journal([this](const Event &event, const QJsonObject &body) { appended(event, body); })
    , m_world([this](int attempt) {
        say(QStringLiteral("    the effect of attempt %1 happens").arg(attempt));
        m_invariants.effectHappened(attempt);
    })
    , m_invariants(checklist, catalogue, m_run, m_world)
    , m_around{m_journal,
               m_world,
               m_run,
               checklist,
               catalogue,
               m_invariants,
               [this] {
                   if (m_isMeddling || m_world.isKind() || !m_random->chance(6))
                       return;
                   m_isMeddling = true;
                   m_people.act(*m_random);
                   m_isMeddling = false;
               }}
    , m_people(m_around)
{
}

void Simulation::say(const QString &line)
{
    if (m_lines)
        m_lines->append(line);
}

void Simulation::appended(const Event &event, const QJsonObject &body)
{
    const qsizetype ignored = m_run.ignored.size();
    const QByteArray before = m_isDisturbed ? foldText(m_run) : QByteArray();
    m_run.apply(event);
    const bool isApplied = m_run.ignored.size() == ignored;
    if (m_isDisturbed && !isApplied && foldText(m_run) != before)
        m_invariants.fail(QStringLiteral("9: an ignored event changed something"));
    if (m_lines)
        say(told(event) + (isApplied
                               ? QString()
                               : QStringLiteral(" -- ignored: ") + m_run.ignored.last().reason));
    m_invariants.appended(event, body, isApplied);
}

void Simulation::create(quint64 seed)
{
    Random random(seed);
    const QStringList list = random.chance(80)
                                 ? QStringList{QStringLiteral("p"), QStringLiteral("q")}
                                 : QStringList{QStringLiteral("p")};
    Value::Map inputs{{QStringLiteral("flag"), Value(random.chance(70))},
                      {QStringLiteral("text"), Value(QStringLiteral("seven"))},
                      {QStringLiteral("list"), Value::ofTexts(list)},
                      {QStringLiteral("none"), Value::ofTexts({})}};
    m_journal.append(EventKind::runCreated,
                     EventBody::runCreated({QStringLiteral("x"), {}, {}, {}, inputs, {}}), 0,
                     QStringLiteral("ana"));
}

QString Simulation::play(const Script &script, QStringList *lines)
{
    m_lines = lines;
    create(script.inputs);
    for (const quint64 seed : script.turns) {
        Random random(seed);
        m_random = &random;
        turn(random);
        if (!m_invariants.broken().isEmpty())
            return m_invariants.broken();
    }
    Random random(script.inputs);
    m_random = &random;
    if (!end(random))
        m_invariants.fail(QStringLiteral("11: people of good will did not bring it to its end"));
    m_invariants.atEnd(m_journal.events(), random);
    return m_invariants.broken();
}

void Simulation::turn(Random &random)
{
    const int what = random.below(100);
    m_isDisturbed = false;
    if (what < 14) {
        m_isDisturbed = random.chance(30);
        m_people.act(random);
    } else if (what < 17) {
        m_isDisturbed = true;
        m_people.disturb(random);
    } else if (what < 35) {
        worldTurn(random);
    } else if (m_stale && what < 45 && m_stale->hasJobs()) {
        say(QStringLiteral("    the driver of epoch %1 goes on:%2")
                .arg(m_stale->epoch())
                .arg(m_stale->jobsText()));
        m_stale->doJob(random);
    } else {
        driverTurn(random);
    }
    m_isDisturbed = false;
}

void Simulation::worldTurn(Random &random)
{
    const int what = random.below(100);
    if (what < 70) {
        if (m_world.goOn(random))
            say(QStringLiteral("    programs go on"));
    } else if (what < 80) {
        if (m_world.loseSupervisor(random))
            say(QStringLiteral("    a supervisor is killed"));
    } else if (what < 84) {
        say(QStringLiteral("    the machine is started anew"));
        m_world.reboot();
        m_driver.reset();
    } else if (what < 88) {
        const StepSpec &step = random.pick(m_checklist.steps);
        say(QStringLiteral("    others change what %1 changes").arg(step.id));
        m_world.changedByOthers({step.id, {}});
    } else {
        m_journal.passTime(minuteMs * (1 + random.below(50)));
        say(QStringLiteral("    time passes"));
    }
}

void Simulation::driverTurn(Random &random)
{
    if (!m_driver) {
        openDriver();
        return;
    }
    const int what = random.below(100);
    if (what < 4) {
        say(QStringLiteral("    the driver crashes:%1").arg(m_driver->jobsText()));
        m_driver.reset();
    } else if (what < 6) {
        say(QStringLiteral("    the driver is closed:%1").arg(m_driver->jobsText()));
        m_driver->close(random);
        m_driver.reset();
    } else if (what < 8) {
        say(QStringLiteral("    another driver takes over:%1").arg(m_driver->jobsText()));
        m_stale = std::move(m_driver);
        openDriver();
    } else if (what < 12 && !m_run.attempts.isEmpty()) {
        m_driver->probeAgain(m_run.attempts.lastKey());
    } else if (what < 80 && m_driver->hasJobs()) {
        say(QStringLiteral("    a job comes back:%1").arg(m_driver->jobsText()));
        m_driver->doJob(random);
    } else {
        m_driver->advance();
        rest();
    }
}

void Simulation::openDriver()
{
    m_driver = std::make_unique<SimDriver>(m_around);
    m_driver->open();
    m_driver->advance();
    rest();
}

void Simulation::rest()
{
    if (m_driver->isIdle())
        m_invariants.atRest(m_driver->next());
}

/// Nothing goes wrong any more, and people do what they are asked for.
bool Simulation::end(Random &random)
{
    say(QStringLiteral("    from here on all goes well"));
    m_world.becomeKind();
    m_stale.reset();
    if (!m_driver)
        openDriver();
    for (int round = 0; round < roundsToTheEnd; ++round) {
        for (int i = 0; i < 8 && m_driver->hasJobs(); ++i)
            m_driver->doJob(random);
        while (m_world.goOn(random)) {
        }
        m_driver->advance();
        rest();
        if (!m_invariants.broken().isEmpty())
            return true;
        if (runState(m_run, m_checklist, m_driver->next(), true) == RunState::Succeeded)
            return true;
        if (!m_driver->hasJobs() && !m_people.help(random) && m_driver->isIdle())
            return false;
    }
    return false;
}

} // namespace Slipway
