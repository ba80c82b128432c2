// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simulation.h"

#include "tests/run/simulator/foldtext.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {
constexpr int historiesOfAChecklist = 16;
constexpr qint64 minuteMs = 60'000;
constexpr int roundsToTheEnd = 120;
const QString earlierRun = QStringLiteral("zyxwvutsrqpo");
const QString laterRun = QStringLiteral("lmnopqrstuvw");

QJsonObject carriedStep(const StepSpec &step, const QStringList &names, Random &random)
{
    QJsonArray instances;
    for (const QString &name : names) {
        InstanceFold instance;
        instance.name = name;
        instance.item = name.isEmpty() ? Value() : Value(name);
        const Outcome done = SimWorld::success(1, random);
        instances.append(EventBody::carriedInstance(
            instance, {earlierRun, 1, done.outputs, done.evidence, {}, 1, 2}));
    }
    return {{QStringLiteral("step"), step.id},
            {QStringLiteral("foreach"), step.foreachOf.has_value()},
            {QStringLiteral("instances"), instances}};
}

/// Steps as an earlier run may have left them: none without what it needs, and no gate.
QJsonArray carried(const Checklist &checklist, const QStringList &list, Random &random)
{
    QJsonArray steps;
    QStringList ids;
    for (const StepSpec &step : checklist.steps) {
        const QStringList before = checklist.prerequisites(step);
        const bool isReady = std::all_of(before.cbegin(), before.cend(),
                                         [&](const QString &id) { return ids.contains(id); });
        if (!isReady || step.uses == QLatin1String("approval") || random.chance(25))
            continue;
        ids.append(step.id);
        if (random.chance(15)) {
            const Message why("It was not needed.");
            steps.append(QJsonObject{{QStringLiteral("step"), step.id},
                                     {QStringLiteral("foreach"), false},
                                     {QStringLiteral("skipped"), why.toJson()}});
        } else {
            steps.append(carriedStep(step, step.foreachOf ? list : QStringList{QString()}, random));
        }
    }
    return steps;
}

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
    EventBody::NewRun run{QStringLiteral("x"), {}, {}, {}, inputs, {}};
    if (random.chance(15)) {
        run.continues = earlierRun;
        run.carried = carried(m_checklist, list, random);
    }
    m_journal.append(EventKind::runCreated, EventBody::runCreated(run), 0, QStringLiteral("ana"));
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
    if (what < 17) {
        m_isDisturbed = random.chance(30);
        if (random.chance(1))
            continueElsewhere();
        else
            m_people.act(random);
    } else if (what < 20) {
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

/// Another run takes this one up, which closes it for ever.
void Simulation::continueElsewhere()
{
    if (m_run.hasOpenAttempts())
        return;
    m_journal.append(EventKind::runCancelled, {{QStringLiteral("continuedBy"), laterRun}}, 0,
                     QStringLiteral("ana"));
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
    } else if (what < 92) {
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

/// From every step, one after the other, so that each falls with what needs it.
void Simulation::goAgain()
{
    for (const StepSpec &step : m_checklist.steps) {
        const QStringList fallen = QStringList{step.id} + m_checklist.dependents(step.id);
        m_journal.append(EventKind::stepReset, EventBody::stepReset({step.id, {}}, fallen, {}), 0,
                         QStringLiteral("ana"));
    }
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
        if (const qint64 at = m_driver->next().laterAt; at > m_journal.now())
            m_journal.passTime(at - m_journal.now());
        m_driver->advance();
        rest();
        if (!m_invariants.broken().isEmpty())
            return true;
        if (!m_run.continuedBy.isEmpty() && !m_driver->hasJobs())
            return true;
        const RunState state = runState(m_run, m_checklist, m_driver->next(), true);
        if (state == RunState::Succeeded)
            return true;
        if (state == RunState::Undone) {
            goAgain();
            continue;
        }
        if (!m_driver->hasJobs() && !m_people.help(random) && m_driver->isIdle())
            return false;
    }
    return false;
}

} // namespace Slipway
