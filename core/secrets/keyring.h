// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Slipway {

/// The keyring of the desktop (libsecret or KWallet through QtKeychain). It has a thread of its
/// own, because a keyring may ask a person to unlock it and answers through an event loop.
/// All functions wait for its answer: call them from a thread that may, never from the GUI's.
///
/// Errors: "keyring.unavailable" (there is none, or it refuses), "keyring.locked",
/// "keyring.slow" (no answer within a minute).
class Keyring final
{
public:
    Keyring();
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    /// Nothing: it has no such entry.
    Result<std::optional<QString>> read(const QString &key);
    Result<void> write(const QString &key, const QString &value);
    /// Also fine if there was none.
    Result<void> remove(const QString &key);

private:
    struct Answer;
    using Start = std::function<void(QObject *worker, const std::shared_ptr<Answer> &answer)>;
    Result<std::optional<QString>> ask(const Start &start);

    std::once_flag m_begun;
    QThread m_thread;
    QObject *m_worker = nullptr; // lives in m_thread; deleted when that has ended
};

} // namespace Slipway
