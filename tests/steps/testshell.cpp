// SPDX-License-Identifier: MIT
#include "tests/steps/testshell.h"

namespace Slipway {

namespace {
constexpr int patienceMs = 120'000;
constexpr char endMark = '\x1e';
} // namespace

TestShell::~TestShell()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(patienceMs);
}

QByteArray TestShell::run(const QByteArray &lines)
{
    if (m_process.state() == QProcess::NotRunning) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
    }
    m_process.write("(\nset -e\n" + lines + "\n)\nprintf '\\036%s\\n' $?\n");
    QByteArray output;
    while (!output.contains(endMark) || !output.endsWith('\n')) {
        if (!m_process.waitForReadyRead(patienceMs))
            qFatal("the shell does not answer: %s%s", lines.constData(), output.constData());
        output += m_process.readAll();
    }
    const qsizetype end = output.lastIndexOf(endMark);
    if (output.mid(end + 1).trimmed() != "0")
        qFatal("%s\n%s", lines.constData(), output.constData());
    return output.left(end);
}

QByteArray shellWord(const QString &text)
{
    return '\'' + text.toUtf8().replace("'", "'\\''") + '\'';
}

} // namespace Slipway
