// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <optional>

namespace Slipway {

/// The files of an image, a container or a folder as far as it takes to find packages. Paths
/// are absolute inside the tree. Nothing of the tree is ever run. Blocks.
class FileTree
{
public:
    /// Of a file, its path below the folder that was asked for.
    using Wants = std::function<bool(const QString &path)>;
    using Take = std::function<void(const QString &path, const QByteArray &bytes)>;

    virtual ~FileTree() = default;

    /// What a symbolic link points to, as it stands there; nothing: no link is there.
    virtual Result<std::optional<QString>> link(const QString &path) = 0;
    /// The bytes of a small regular file (at most 1 MiB); nothing: none is there.
    virtual Result<std::optional<QByteArray>> file(const QString &path) = 0;
    /// Gives the wanted regular files of a folder, at any depth; false: no folder is there.
    virtual Result<bool> folder(const QString &path, const Wants &wants, const Take &take) = 0;
};

} // namespace Slipway
