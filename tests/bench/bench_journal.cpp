// SPDX-License-Identifier: MIT
// What long runs cost: appending, opening, verifying and showing them.
#include "core/base/canonicaljson.h"
#include "core/journal/sqlitestore.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/runstarter.h"
#include "core/run/verify.h"
#include "core/run/viewbuilder.h"
#include "core/steps/registry.h"
#include "tests/trust/trusted.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

using namespace Slipway;

namespace {

constexpr int steps = 1000;
constexpr int durableAppends = 1000;

[[noreturn]] void giveUp(const Error &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why.message()));
    std::exit(1);
}

template <typename T>
T orGiveUp(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    return std::move(*result);
}

/// VmHWM: the most memory that this process ever had, in MiB.
int mostMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').value(0).toInt() / 1024;
}

void resetMostMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// 1,000 steps, each with as many instances as the run is long.
QByteArray checklist(int instances)
{
    QByteArray text = "slipway: 1\nname: long\ntitle: A long run\nstages:\n";
    for (int i = 0; i < steps; ++i) {
        if (i % 50 == 0)
            text += "  - name: stage-" + QByteArray::number(i / 50) + "\n    steps:\n";
        text += "      - {id: step-" + QByteArray::number(i) +
                ", uses: command, title: {en: Build part, pt_BR: Montar parte}, foreach: [";
        for (int n = 0; n < instances; ++n)
            text += "part-" + QByteArray::number(n) + (n + 1 < instances ? ", " : "");
        text += "], with: {run: [echo, '${{ item }}']}}\n";
    }
    return text;
}

/// Writes events as the store does, but many in one transaction.
class Filler final
{
public:
    Filler(const QString &file, const QString &run, const RunHead &head)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("fill")))
        , m_run(run)
        , m_number(head.number)
        , m_hash(head.hash)
    {
        m_database.setDatabaseName(file);
        m_database.open();
        m_database.transaction();
        m_insert = QSqlQuery(m_database);
        m_insert.prepare(QStringLiteral("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)"));
    }
    ~Filler()
    {
        QSqlQuery head(m_database);
        head.prepare(QStringLiteral("UPDATE heads SET number=?, hash=?, epoch=1, changed=?"
                                    " WHERE run=?"));
        for (const QVariant &value :
             {QVariant(m_number), QVariant(m_hash), QVariant(m_number), QVariant(m_run)})
            head.addBindValue(value);
        head.exec();
        m_database.commit();
        m_insert = QSqlQuery();
        head = QSqlQuery();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("fill"));
    }
    Q_DISABLE_COPY_MOVE(Filler)

    void add(QLatin1String kind, const QJsonObject &body)
    {
        Event event{m_run, m_number + 1,         m_hash, m_number + 1, QStringLiteral("ana"), 1,
                    kind,  *canonicalJson(body), {}};
        event.hash = eventHash(event);
        m_number = event.number;
        m_hash = event.hash;
        for (const QVariant &value :
             {QVariant(event.run), QVariant(event.number), QVariant(event.previousHash),
              QVariant(event.time), QVariant(event.author), QVariant(event.epoch),
              QVariant(event.kind), QVariant(QString::fromUtf8(event.body)), QVariant(event.hash)})
            m_insert.addBindValue(value);
        m_insert.exec();
    }

private:
    QSqlDatabase m_database;
    QSqlQuery m_insert;
    QString m_run;
    qint64 m_number;
    QString m_hash;
};

Intent intentOf(int attempt, const StepKey &key)
{
    Intent intent;
    intent.attempt = attempt;
    intent.step = key.step;
    intent.instance = key.instance;
    intent.effectKey = QString(32, u'e');
    intent.with = {{QStringLiteral("run"),
                    Value(Value::List{Value(QStringLiteral("echo")), Value(key.instance)})}};
    intent.plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Runs %1."),
                                  {QStringLiteral("echo ") + key.instance});
    intent.plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Folder")),
                          QStringLiteral("/home/ana/.local/share/slipway/runs/work")}};
    Command command;
    command.argv = {QStringLiteral("echo"), key.instance};
    intent.plan.programs = ProgramSpec();
    intent.plan.programs->commands = {command};
    intent.plan.programs->directory = QStringLiteral("/home/ana/.local/share/slipway/runs/work");
    return intent;
}

QString newRun(int instances, const RunServices &services)
{
    const NewRunRequest request{checklist(instances), QStringLiteral("long.checklist.yaml"), {}};
    TestTrust::trust(services.places, request.checklist, request.file);
    return orGiveUp(createRun(request, services));
}

QString makeRun(int instances, const RunServices &services)
{
    const QString run = newRun(instances, services);
    const QString object = orGiveUp(services.objects().put("what a step left"));
    Filler filler(services.places.journal(), run, orGiveUp(services.store->head(run)));
    filler.add(EventKind::leaseTaken, {});
    int attempt = 0;
    for (int i = 0; i < steps; ++i) {
        const QString step = QStringLiteral("step-%1").arg(i);
        QList<QPair<QString, Value>> items;
        for (int n = 0; n < instances; ++n) {
            const QString name = QStringLiteral("part-%1").arg(n);
            items.append({name, Value(name)});
        }
        filler.add(EventKind::stepExpanded, EventBody::stepExpanded(step, items));
        for (const auto &[name, item] : std::as_const(items)) {
            const StepKey key{step, name};
            const Evidence text{
                QStringLiteral("stdout"), QStringLiteral("text"), object, {}, 16, {}, 0};
            filler.add(
                EventKind::attemptIntended,
                EventBody::attemptIntended(intentOf(++attempt, key), 0, QStringLiteral("host")));
            filler.add(EventKind::runNoted, EventBody::runNoted(key, QStringLiteral("looked at")));
            filler.add(
                EventKind::attemptEnded,
                EventBody::attemptEnded(
                    attempt, key,
                    Outcome::succeeded({{QStringLiteral("status"), Value(qint64(0))},
                                        {QStringLiteral("stdout"), Value(QStringLiteral("hello"))}},
                                       {text}),
                    QStringLiteral("run")));
        }
    }
    return run;
}

void measure(int instances, const RunServices &services)
{
    const QString run = makeRun(instances, services);
    const qint64 count = orGiveUp(services.store->head(run)).number;
    resetMostMemory();
    const int before = mostMemory();
    RunFold fold;
    Checklist list;
    NextSteps next;
    RunView view;
    const Catalogue catalogue = services.kinds->catalogue();
    const double load = milliseconds([&] { fold = orGiveUp(loadRun(*services.store, run)); });
    const double read =
        milliseconds([&] { list = orGiveUp(pinnedChecklist(fold, services.objects())); });
    const double plan = milliseconds([&] { next = nextSteps(fold, list, catalogue); });
    const double show = milliseconds([&] {
        view =
            ViewBuilder(
                {fold, list, catalogue, next, services.places, {}, {}, false, false, false, {}}, {})
                .build();
    });
    const int most = mostMemory();
    const double verify = milliseconds([&] {
        if (!orGiveUp(verifyRun(services.places, run)).isWhole())
            giveUp(Error(QStringLiteral("bench"), "The run is not whole."));
    });
    std::printf("%7lld events: fold %7.1f ms, checklist %6.1f ms, planner %6.1f ms, "
                "view of %d steps %6.1f ms; open %7.1f ms; verify %7.1f ms; memory +%d MiB\n",
                static_cast<long long>(count), load, read, plan, steps, show,
                load + read + plan + show, verify, most - before);
}

void measureAppends(const RunServices &services)
{
    const QString run = newRun(1, services);
    const QByteArray body =
        *canonicalJson(EventBody::attemptIntended(intentOf(1, {QStringLiteral("x"), {}}), 0, {}));
    const double time = milliseconds([&] {
        for (int i = 0; i < durableAppends; ++i)
            orGiveUp(services.store->append(run, EventKind::runNoted, body, 0));
    });
    std::printf("%7d durable appends: %.0f/s, %.2f ms each\n", durableAppends,
                durableAppends / time * 1000, time / durableAppends);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString root = folder.path();
    const SystemClock clock;
    KindRegistry kinds;
    registerBuiltinKinds(kinds);
    RunServices services{Places(root + QLatin1String("/data"), root + QLatin1String("/config"),
                                root + QLatin1String("/cache")),
                         nullptr,
                         &kinds,
                         &clock,
                         {},
                         QStringLiteral("ana")};
    if (auto made = services.places.create(); !made)
        giveUp(made.error());
    const auto store =
        orGiveUp(SqliteStore::open(services.places.journal(), QStringLiteral("ana"), clock));
    services.store = store.get();
    measureAppends(services);
    measure(3, services);  // 10,000 events
    measure(33, services); // 100,000
    return 0;
}
