// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/programs.h"
#include "tests/trust/trusted.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

/// A folder of its own with a SLIPWAY_HOME, files and repositories, for one run of the real
/// `slipway`. Many may live side by side: nothing of this process is changed. Used by one
/// thread at a time.
class CrashWorld final
{
public:
    CrashWorld();
    /// Ends what still runs under its supervisors.
    ~CrashWorld();
    CrashWorld(const CrashWorld &) = delete;
    CrashWorld &operator=(const CrashWorld &) = delete;

    QString path(const QString &name = {}) const;
    QString home() const { return path(QStringLiteral("home")); }
    QString workspace(const QString &run) const;
    /// Writes a file and makes its folders; gives its path.
    QString write(const QString &name, const QByteArray &bytes, bool isProgram = false) const;
    /// Empty if there is none.
    QByteArray read(const QString &name) const;
    /// Files, folders and links below a folder (not below .git), as sorted relative paths.
    QStringList files(const QString &folder) const;
    /// Nothing that Slipway keeps for itself was left below a folder.
    QStringList leftovers(const QString &folder) const;

    void setVariable(const QString &name, const QString &value);
    QString variable(const QString &name) const { return m_environment.value(name); }

    /// Runs a program in this world's folder and environment.
    TestPrograms::Finished call(const QStringList &argv,
                                const QMap<QString, QString> &more = {}) const;
    TestPrograms::Finished slipway(const QStringList &arguments,
                                   const QMap<QString, QString> &more = {}) const;
    /// Ends the test program if git fails. The trimmed output.
    QByteArray git(const QString &directory, const QStringList &arguments) const;
    /// A bare repository with one commit on main that holds the files; gives its path.
    QString makeRemote(const QString &name, const QMap<QString, QByteArray> &files) const;

private:
    static QString inMemory();

    QTemporaryDir m_folder{inMemory()};
    QProcessEnvironment m_environment;
    mutable TestTrust::Files m_trusted{home()};
};
