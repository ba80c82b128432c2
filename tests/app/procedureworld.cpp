// SPDX-License-Identifier: MIT
#include "tests/app/procedureworld.h"

#include "tests/app/programs.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

namespace {
constexpr int patienceMs = 300'000;
constexpr int lacking = 77;
} // namespace

ProcedureWorld::~ProcedureWorld()
{
    TestPrograms::cancelAttempts(qEnvironmentVariable("SLIPWAY_HOME"));
    m_process.closeWriteChannel();
    m_process.waitForFinished(patienceMs);
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (it->isNull())
            qunsetenv(it.key().constData());
        else
            qputenv(it.key().constData(), *it);
    }
}

QString ProcedureWorld::create()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("python3"),
                    {QStringLiteral("-B"),
                     QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/procedures/world.py"), m_checklist,
                     QStringLiteral(SLIPWAY_PROGRAM)});
    const QByteArray line = answer();
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    if (said.isEmpty()) {
        m_process.waitForFinished(patienceMs);
        m_lacksPrograms = m_process.exitCode() == lacking;
        return QString::fromUtf8(line + m_process.readAllStandardOutput());
    }
    m_inputs = Value::fromJson(said[QLatin1String("inputs")].toObject()).map();
    const QJsonObject environment = said[QLatin1String("environment")].toObject();
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        m_before.insert(name, qgetenv(name.constData()));
        qputenv(name.constData(), it->toString().toUtf8());
    }
    return {};
}

QByteArray ProcedureWorld::answer()
{
    while (!m_process.canReadLine() && m_process.waitForReadyRead(patienceMs)) {
    }
    return m_process.readLine();
}

QJsonValue ProcedureWorld::ask(const char *name, const QJsonArray &arguments)
{
    QJsonArray words = arguments;
    words.prepend(QString::fromLatin1(name));
    m_process.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
    // A value alone is no document: it is read as the one element of a list.
    return QJsonDocument::fromJson('[' + answer() + ']').array().first();
}
