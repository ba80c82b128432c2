// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// A hundred repositories that somebody else made, each with a checklist, that wait for being
/// opened: whatever of them is started, asked or followed leaves a file in a folder of canaries.
class HostileRepos final
{
public:
    /// folder: exists and is empty.
    explicit HostileRepos(QString folder);

    /// Makes them all; gives the paths of their checklists, some of which are not even files.
    QStringList make();
    /// Names of what was started although nothing should be.
    QStringList canaries() const;

private:
    QString begin(const QString &name);
    QString write(const QString &name, const QByteArray &bytes, bool isProgram = false) const;
    void link(const QString &target, const QString &name) const;
    QByteArray trap(const QString &name) const;
    void makeGit(const QByteArray &config, const QByteArray &attributes = {}) const;

    void makeConfigurations();
    void makeHooks();
    void makeOtherGits();
    void makeIncludes();
    void makeFiles();
    void makeTexts();
    void makeSteps();

    QString m_folder;
    QString m_repo; ///< being made
    QStringList m_checklists;
};
