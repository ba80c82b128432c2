// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/sitescan.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace Slipway {

/// The files of an image, a container or a folder as far as it takes to find packages. Paths
/// are absolute inside the tree. Nothing of the tree is ever run. Blocks.
class FileTree
{
public:
    virtual ~FileTree() = default;

    /// What a symbolic link points to, as it stands there; nothing: no link is there.
    virtual Result<std::optional<QString>> link(const QString &path) = 0;
    /// The bytes of a small regular file (at most 1 MiB); nothing: none is there.
    virtual Result<std::optional<QByteArray>> file(const QString &path) = 0;
    /// Gives the scan what it wants of a site folder; false: no folder is there.
    virtual Result<bool> site(const QString &path, SiteScan *scan) = 0;
};

} // namespace Slipway
