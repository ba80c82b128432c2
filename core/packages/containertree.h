// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"
#include "core/packages/filetree.h"

namespace Slipway {

/// The files of a container, read by `docker cp` whether it runs or not.
class ContainerTree final : public FileTree
{
public:
    ContainerTree(DockerEngine engine, QString container);

    Result<std::optional<QString>> link(const QString &path) override;
    Result<std::optional<QByteArray>> file(const QString &path) override;
    Result<bool> folder(const QString &path, const Wants &wants, const Take &take) override;

private:
    /// target: set, if a link stands there.
    Result<bool> folderItself(const QString &path, const Wants &wants, const Take &take,
                              QString *target);

    DockerEngine m_engine;
    QString m_container;
};

} // namespace Slipway
