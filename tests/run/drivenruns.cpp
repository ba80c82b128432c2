// SPDX-License-Identifier: MIT
#include "tests/run/drivenruns.h"

#include "core/journal/sqlitestore.h"
#include "core/process/attemptfolder.h"
#include "core/run/runstarter.h"
#include "tests/trust/trusted.h"

#include <QTest>

namespace Slipway {

DrivenRuns::DrivenRuns(const KindRegistry &kinds, const Clock &clock)
    : m_kinds(kinds), m_clock(clock)
{
    const Places places = services().places;
    if (auto made = places.create(); !made)
        qFatal("%s", qPrintable(made.error().message()));
    auto store = SqliteStore::open(places.journal(), QStringLiteral("ana"), m_clock);
    if (!store)
        qFatal("%s", qPrintable(store.error().message()));
    m_store = std::move(*store);
}

RunServices DrivenRuns::services() const
{
    const QString root = m_folder.path();
    return {Places(root + QLatin1String("/data"), root + QLatin1String("/config"),
                   root + QLatin1String("/cache")),
            m_store.get(),
            &m_kinds,
            &m_clock,
            supervisorProgram(),
            QStringLiteral("ana")};
}

QString DrivenRuns::start(const QByteArray &steps, const QByteArray &before,
                          const Value::Map &inputs) const
{
    const QByteArray text = "slipway: 1\nname: x\ntitle: X\n" + before +
                            "stages: [{name: s, title: S, steps: [" + steps + "]}]\n";
    const QString file = QStringLiteral("x.checklist.yaml");
    TestTrust::trust(services().places, text, file);
    const auto run = createRun({text, file, inputs}, services());
    if (!run)
        qFatal("%s", qPrintable(run.error().message()));
    return *run;
}

std::unique_ptr<RunDriver> DrivenRuns::drive(const QString &run) const
{
    auto driver = std::make_unique<RunDriver>(services(), run, RunDriver::Options{});
    if (auto opened = driver->open(); !opened)
        qFatal("%s", qPrintable(opened.error().message()));
    return driver;
}

bool DrivenRuns::waitIdle(RunDriver &driver)
{
    return QTest::qWaitFor([&] { return driver.isIdle(); }, 30'000);
}

QString DrivenRuns::log(const QString &run) const
{
    QStringList lines;
    const auto events = m_store->events(run, 0, 1000);
    for (const Event &event : *events) {
        if (event.kind.startsWith(QLatin1String("lease.")))
            continue;
        const QJsonObject body = event.json();
        QStringList words{event.kind, body[QLatin1String("step")].toString(),
                          body[QLatin1String("instance")].toString(),
                          body[QLatin1String("outcome")].toString(),
                          body[QLatin1String("how")].toString()};
        words.removeAll(QString());
        lines.append(words.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace Slipway
