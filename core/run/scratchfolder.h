// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace Slipway {

/// A folder of its own for one rehearsal, gone with it. Its file `lock` is locked as long as it is
/// in use, so that what a killed rehearsal left can be told from what one is working with.
class ScratchFolder final
{
public:
    /// parent: such as the system's folder for temporary files.
    explicit ScratchFolder(const QString &parent);
    ~ScratchFolder();
    Q_DISABLE_COPY_MOVE(ScratchFolder)

    bool isValid() const { return m_folder.isValid() && m_lock >= 0; }
    QString errorString() const;
    const QTemporaryDir &folder() const { return m_folder; }
    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// Removes this user's scratch folders below parent that nobody uses; gives how many. One
    /// that is younger than a minute may just be coming into use, and stays.
    static int sweep(const QString &parent);

private:
    QTemporaryDir m_folder;
    int m_lock = -1;
    int m_problem = 0; ///< errno of the lock
};

} // namespace Slipway
