// SPDX-License-Identifier: MIT
#pragma once

#include <QSemaphore>
#include <QThread>

/// A server on this machine that says yes to whatever is asked of it, as long as the process
/// lives: {"ok": true}, and as much of a registry of images as a log-in needs. It answers in a
/// thread of its own.
class AnsweringServer final : public QThread
{
public:
    /// The one of this process.
    static const AnsweringServer &instance();

    AnsweringServer();
    ~AnsweringServer() override;
    /// 127.0.0.1:PORT
    QByteArray address() const;

protected:
    void run() override;

private:
    QSemaphore m_listening;
    quint16 m_port = 0; ///< written before m_listening is released
};
