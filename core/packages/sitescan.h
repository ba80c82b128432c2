// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/filetree.h"
#include "core/packages/inventory.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Slipway {

/// Finds what is installed in one site folder (site-packages, dist-packages) from the files
/// that installers leave there, running nothing: *.dist-info (PyPA, "Recording installed
/// projects"), *.egg-info as folder or file, and *.egg-link. Only what stands directly in the
/// folder counts: what packages carry inside themselves is not installed. Leftovers of failed
/// uninstalls (~name, folders without metadata) are passed over. One thread.
class SiteScan
{
public:
    /// path: below the site folder. True if add() needs that file.
    static bool wants(const QString &path);

    /// Bytes of a file that is wanted; any order. A file more than once: the last counts.
    void add(const QString &path, const QByteArray &bytes);

    /// What was found, sorted by name. notes: what a reader should know, such as two versions
    /// of one package side by side; of those the first is listed, as Python would take it.
    QList<InstalledPackage> packages(QList<Message> *notes = nullptr) const;
    /// More distributions than any Python has: what came after that was not looked at.
    bool isTooMuch() const { return m_isTooMuch; }

private:
    /// Little of each is kept: an image may hold a million of them, each as long as it likes.
    struct Distribution
    {
        std::optional<InstalledPackage> package;
        QString link; ///< where an .egg-link leads
        QByteArray directUrl;
        bool isRequested = false;
        bool hasInstaller = false; ///< pip since 20.2 leaves REQUESTED where it applies
    };
    QMap<QString, Distribution> m_found; ///< by name of the folder or file
    bool m_isTooMuch = false;
};

/// Gives the scan what it wants of a site folder; false: no folder is there.
/// "packages.too-many" for one that cannot be a real one.
Result<bool> readSite(FileTree &tree, const QString &path, SiteScan *scan);

/// Name and version from the head of METADATA or PKG-INFO: header fields up to the first blank
/// line, in any order and case, folded lines joined. Nothing if one is missing or is not well
/// formed.
std::optional<InstalledPackage> packageOfMetadata(const QByteArray &metadata);

} // namespace Slipway
