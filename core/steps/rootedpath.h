// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/steps/descriptor.h"

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace Slipway {

/// A place below a root folder, the one way in which file steps reach files. The path is
/// relative, without "." or "..", and below the root no symbolic link is ever followed, so
/// that neither a checklist nor a link in a repository leads anywhere else. A value.
class RootedPath final
{
public:
    enum class Type
    {
        Missing,
        File,
        Folder,
        Link,
        Other
    };

    /// path: relative, or absolute and then below root. Looks at the texts alone.
    static Result<RootedPath> below(const QString &root, const QString &path);

    const QString &root() const { return m_root; }
    const QString &path() const { return m_path; }
    QString name() const; ///< the last part
    QString absolute() const { return m_root + u'/' + m_path; }

    /// What stands there. A folder on the way that is missing makes it Missing; one that is a
    /// link or a file is an error.
    Result<Type> type() const;
    /// The bytes of a regular file; nothing if it is not there.
    Result<std::optional<QByteArray>> read(qint64 maxBytes = 64 * 1024 * 1024) const;
    /// Replaces or makes a regular file, durably and in one move; its folder must be there.
    /// writer: as for writeFileDurably.
    Result<void> write(const QByteArray &bytes, int modeIfNew = 0644,
                       const QString &writer = {}) const;
    /// Removes what a writer left beside the file when it was killed.
    void removeTemporary(const QString &writer) const;
    /// Makes sure that its name survives a power loss.
    Result<void> syncName() const;
    /// Removes a regular file; fine if it is not there.
    Result<void> remove() const;
    /// Makes the folders on the way.
    Result<void> makeParents() const;
    /// The folder in which it stands, opened for the *at calls.
    Result<Descriptor> openParent() const;

private:
    RootedPath(QString root, QString path);
    QStringList parts() const { return m_path.split(u'/'); }

    QString m_root;
    QString m_path;
};

/// A root as a step names it: absolute, or relative and then below the workspace; null is the
/// workspace itself.
Result<QString> rootFolder(const Value &value, const QString &workspace);

/// Opens a file or folder below an open folder without following any link.
Result<Descriptor> openBeneath(int folder, const QStringList &parts, int flags,
                               const QString &shownAs);

} // namespace Slipway
