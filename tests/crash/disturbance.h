// SPDX-License-Identifier: MIT
#pragma once

#include "tests/crash/crashworld.h"

/// What is done to the processes of a run, one after the other, by numbered places that they
/// pass. Used by one thread.
class Disturbance
{
public:
    virtual ~Disturbance() = default;
    /// For the environment of the next process.
    virtual QMap<QString, QString> environment(const CrashWorld &world) = 0;
    /// Must be told how that process ended.
    virtual void ended(const CrashWorld &world, const TestPrograms::Finished &done) = 0;

    int hits() const { return int(m_hitAt.size()); }
    /// Names of the places where it hit.
    const QStringList &hitAt() const { return m_hitAt; }
    /// Places passed until the first hit, or until the end.
    int places() const { return m_places; }

protected:
    /// Places that the process passed, from a file with a line for each, which is removed.
    static QStringList takeTrace(const CrashWorld &world);
    static QString traceFile(const CrashWorld &world);

    QStringList m_hitAt;
    int m_places = 0;
};

/// The process that passes the n-th crash point is killed there, and of those after it the one
/// that passes the m-th (0: none).
class Crash final : public Disturbance
{
public:
    Crash(int n, int m) : m_left(n), m_second(m) {}
    QMap<QString, QString> environment(const CrashWorld &world) override;
    void ended(const CrashWorld &world, const TestPrograms::Finished &done) override;

private:
    int m_left; ///< points until the next crash; 0: none
    int m_second;
};

/// The n-th call that changes something below the world's folder fails, in `slipway` alone.
class Fault final : public Disturbance
{
public:
    /// isForEver: and all later ones, until that process has ended.
    Fault(int n, int errorNumber, bool isForEver)
        : m_left(n), m_errorNumber(errorNumber), m_isForEver(isForEver)
    {
    }
    QMap<QString, QString> environment(const CrashWorld &world) override;
    void ended(const CrashWorld &world, const TestPrograms::Finished &done) override;

private:
    int m_left;
    int m_errorNumber;
    bool m_isForEver;
};
