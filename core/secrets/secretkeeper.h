// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <mutex>

namespace Slipway {

class Keyring;

/// Keeps the values of secrets, by checklist and name: in the keyring of the desktop, and
/// where there is none in this session's memory; never in a file. Any thread; functions that may
/// ask the keyring wait for it (see keyring.h) and must not be called from the GUI's.
///
/// While it holds a value, this process leaves no core file and other programs of the user
/// cannot look into its memory.
class SecretKeeper final
{
public:
    enum class Home
    {
        Nowhere,
        Session, ///< gone with this process
        Keyring
    };

    /// Without a keyring: this session's memory alone.
    explicit SecretKeeper(std::unique_ptr<Keyring> keyring = nullptr);
    ~SecretKeeper();
    Q_DISABLE_COPY_MOVE(SecretKeeper)

    struct Found
    {
        QMap<QString, QString> values; ///< of those that are kept, by name
        QMap<QString, Home> homes;     ///< of all that were asked for
        Error problem;                 ///< why the keyring could not be asked; empty: it could
    };
    /// Waits. What this session was given goes before what the keyring has.
    Found find(const QString &checklist, const QStringList &names) const;

    struct Kept
    {
        Home home = Home::Session;
        Error problem; ///< why it is not in the keyring; empty: it is
    };
    /// Waits.
    Kept keep(const QString &checklist, const QString &name, const QString &value);
    /// For this session only; does not wait.
    void keepForSession(const QString &checklist, const QString &name, const QString &value);
    /// Waits. Forgets it here and there; an error if the keyring could not be asked.
    Result<void> forget(const QString &checklist, const QString &name);

private:
    std::unique_ptr<Keyring> m_keyring;
    mutable std::mutex m_mutex; ///< guards what follows
    QMap<QString, QString> m_session;
};

/// Of a value that cannot be a secret: it is empty, or holds a NUL character.
Result<void> checkSecret(const QString &value);

} // namespace Slipway
