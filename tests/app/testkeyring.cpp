// SPDX-License-Identifier: MIT
#include "tests/app/testkeyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QElapsedTimer>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QThread>

namespace {

constexpr const char *addressVariable = "DBUS_SESSION_BUS_ADDRESS";
constexpr int patienceMs = 30'000;
const QString service = QStringLiteral("org.freedesktop.secrets");

QString program(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name));
}

void putBack(const QByteArray &address)
{
    if (address.isEmpty())
        qunsetenv(addressVariable);
    else
        qputenv(addressVariable, address);
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished();
    }
}

bool answers(const QString &address)
{
    static int number = 0;
    const QString name = QStringLiteral("test-%1").arg(++number);
    bool isThere = false;
    {
        QDBusConnection bus = QDBusConnection::connectToBus(address, name);
        QElapsedTimer timer;
        timer.start();
        while (!isThere && bus.isConnected() && timer.elapsed() < patienceMs) {
            isThere = bus.interface()->isServiceRegistered(service);
            if (!isThere)
                QThread::msleep(20);
        }
    }
    QDBusConnection::disconnectFromBus(name);
    return isThere;
}

} // namespace

bool TestKeyring::isInstalled()
{
    return !program("dbus-daemon").isEmpty() && !program("gnome-keyring-daemon").isEmpty();
}

TestKeyring::TestKeyring(const QString &folder, State state) : m_before(qgetenv(addressVariable))
{
    startBus(folder);
    if (m_problem.isEmpty())
        startKeyring(folder, state);
}

TestKeyring::~TestKeyring()
{
    end(m_keyring);
    end(m_bus);
    putBack(m_before);
}

void TestKeyring::startBus(const QString &folder)
{
    QDir().mkpath(folder + QStringLiteral("/bus"));
    m_bus.start(program("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"),
                 QStringLiteral("--nopidfile"), QStringLiteral("--print-address=1"),
                 QStringLiteral("--address=unix:dir=%1/bus").arg(folder)});
    QByteArray line;
    while (!line.endsWith('\n') && m_bus.waitForReadyRead(patienceMs))
        line += m_bus.readLine();
    if (line.trimmed().isEmpty())
        m_problem = QStringLiteral("no bus: ") + QString::fromUtf8(m_bus.readAllStandardError());
    else
        qputenv(addressVariable, line.trimmed());
}

void TestKeyring::startKeyring(const QString &folder, State state)
{
    const QString runtime = folder + QStringLiteral("/run");
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder + QStringLiteral("/data"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    m_keyring.setProcessEnvironment(environment);
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (state == State::Unlocked)
        arguments.append(QStringLiteral("--unlock"));
    m_keyring.start(program("gnome-keyring-daemon"), arguments);
    m_keyring.waitForStarted();
    if (state == State::Unlocked)
        m_keyring.write("a password of the keyring");
    m_keyring.waitForBytesWritten(); // no event loop does it
    m_keyring.closeWriteChannel();
    if (!answers(QString::fromUtf8(qgetenv(addressVariable))))
        m_problem =
            QStringLiteral("no keyring: ") + QString::fromUtf8(m_keyring.readAllStandardError());
}

NoBus::NoBus() : m_before(qgetenv(addressVariable))
{
    qputenv(addressVariable, "unix:path=/nonexistent/bus");
}

NoBus::~NoBus()
{
    putBack(m_before);
}
