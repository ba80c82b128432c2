// SPDX-License-Identifier: MIT
#include "tests/crash/disturbance.h"

#include <QFile>

QString Disturbance::traceFile(const CrashWorld &world)
{
    return world.path(QStringLiteral("trace"));
}

QStringList Disturbance::takeTrace(const CrashWorld &world)
{
    const QString trace = QString::fromUtf8(world.read(QStringLiteral("trace")));
    QFile::remove(traceFile(world));
    return trace.split(u'\n', Qt::SkipEmptyParts);
}

QMap<QString, QString> Crash::environment(const CrashWorld &world)
{
    return {{QStringLiteral("SLIPWAY_CRASH_AT"), QString::number(m_left)},
            {QStringLiteral("SLIPWAY_CRASH_TRACE"), traceFile(world)}};
}

void Crash::ended(const CrashWorld &world, const TestPrograms::Finished &done)
{
    const QStringList passed = takeTrace(world);
    if (hits() == 0)
        m_places += int(passed.size());
    if (m_left == 0)
        return;
    if (done.wasKilled) {
        m_hitAt.append(passed.value(m_left - 1));
        m_left = std::exchange(m_second, 0);
    } else {
        m_left = qMax(m_left - int(passed.size()), 1);
    }
}

QMap<QString, QString> Fault::environment(const CrashWorld &world)
{
    QMap<QString, QString> more{
        {QStringLiteral("LD_PRELOAD"), QStringLiteral(FAULT_INJECTOR)},
        // The sanitizer wants to come first; the injector calls the kernel itself.
        {QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0")},
        {QStringLiteral("SLIPWAY_FAULT_IN"), QStringLiteral("slipway")},
        {QStringLiteral("SLIPWAY_FAULT_BELOW"), world.path()},
        {QStringLiteral("SLIPWAY_FAULT_AT"), QString::number(m_left)},
        {QStringLiteral("SLIPWAY_FAULT_ERRNO"), QString::number(m_errorNumber)},
        {QStringLiteral("SLIPWAY_FAULT_TRACE"), traceFile(world)}};
    if (m_isForEver)
        more.insert(QStringLiteral("SLIPWAY_FAULT_EVER"), QStringLiteral("1"));
    return more;
}

void Fault::ended(const CrashWorld &world, const TestPrograms::Finished &)
{
    const QStringList passed = takeTrace(world);
    if (hits() > 0 || m_left == 0)
        return;
    if (passed.size() < m_left) {
        m_places += int(passed.size());
        m_left -= int(passed.size());
        return;
    }
    m_places += m_left;
    m_hitAt.append(passed[m_left - 1].section(u' ', 0, 0) + u' ' +
                   passed[m_left - 1].section(u'/', -2));
    m_left = 0;
}
