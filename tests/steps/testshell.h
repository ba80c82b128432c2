// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>

namespace Slipway {

/// A shell that stays, with the environment that this process has when it is first used. To start
/// a program from a process that the sanitizers watch takes long; from the shell it does not.
class TestShell final
{
public:
    TestShell() = default;
    ~TestShell();
    Q_DISABLE_COPY_MOVE(TestShell)

    /// Runs the lines to their end and gives what they printed. A command that fails ends the
    /// test program with it.
    QByteArray run(const QByteArray &lines);

private:
    QProcess m_process;
};

/// As one word for the shell.
QByteArray shellWord(const QString &text);

} // namespace Slipway
