// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>

/// A D-Bus of its own with a real gnome-keyring on it, whose files lie in a folder. While it lives
/// DBUS_SESSION_BUS_ADDRESS of this process, and so of all that it starts, names that bus.
class TestKeyring final
{
public:
    enum class State
    {
        Unlocked,
        Locked ///< of a keyring that was made before in that folder
    };

    TestKeyring(const QString &folder, State state);
    ~TestKeyring();
    TestKeyring(const TestKeyring &) = delete;
    TestKeyring &operator=(const TestKeyring &) = delete;

    /// Why there is none; empty if it answers.
    const QString &problem() const { return m_problem; }
    /// The programs that it needs are installed.
    static bool isInstalled();

private:
    void startBus(const QString &folder);
    void startKeyring(const QString &folder, State state);

    QString m_problem;
    QProcess m_bus;
    QProcess m_keyring;
    QByteArray m_before; ///< the address that was set
};

/// While it lives, there is no D-Bus.
class NoBus final
{
public:
    NoBus();
    ~NoBus();
    NoBus(const NoBus &) = delete;
    NoBus &operator=(const NoBus &) = delete;

private:
    QByteArray m_before;
};
