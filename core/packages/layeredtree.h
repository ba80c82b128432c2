// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/filetree.h"
#include "core/packages/tarreader.h"

#include <map>

namespace Slipway {

/// The files of an image as its layers make them, one laid over the other (OCI image-spec, "Image
/// Layer Filesystem Changeset"): what a layer has hides what was below, `.wh.NAME` takes NAME
/// away, `.wh..wh..opq` all that was below in its folder. Only links and what tells of packages
/// is kept, up to a limit. One thread.
class LayeredTree final : public FileTree
{
public:
    /// To be asked for each entry of the layer that is read; true if take() needs its bytes.
    bool wants(const TarEntry &entry);
    void take(const TarEntry &entry, const QByteArray &bytes);
    /// The layer is whole; what comes next lies above it. "tar.limit" if it is too much.
    Result<void> endLayer();

    Result<std::optional<QString>> link(const QString &path) override;
    Result<std::optional<QByteArray>> file(const QString &path) override;
    Result<bool> folder(const QString &path, const Wants &wants, const Take &take) override;

private:
    struct Node
    {
        TarEntry::Type type = TarEntry::Type::File;
        QByteArray bytes; ///< of a link its target
    };
    using Nodes = std::map<QByteArray, Node>;

    void hide(const QByteArray &path, bool withItself);
    void put(const QByteArray &path, Node node);
    const Node *nodeAt(const QByteArray &path) const;
    /// The path without links on its way; the last part is followed if that is wished. Nothing:
    /// the links go round, or out of the tree.
    std::optional<QByteArray> resolved(const QByteArray &path, bool isLastFollowed) const;

    Nodes m_below; ///< all layers that are whole
    Nodes m_layer;
    qint64 m_keptBytes = 0;
    bool m_isTooMuch = false;
};

} // namespace Slipway
