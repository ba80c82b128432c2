// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/process/ask.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>

namespace Slipway {

/// Who asks a registry. Held in memory alone, and only as long as it is asked.
struct RegistryCredential
{
    QString user;
    QString secret;
    /// The secret is a token that the token server exchanges, not a password.
    bool isIdentityToken = false;
};

/// Credentials as docker has them: config.json with auths, credsStore and credHelpers, and the
/// programs docker-credential-*. A value; any thread, which helpers block.
class DockerCredentials final
{
public:
    using Ask = std::function<Result<Reply>(const Question &)>;

    /// Of DOCKER_CONFIG or ~/.docker, as the user set it up; a file that is not there says nothing.
    /// Error: "registry.config".
    static Result<DockerCredentials> ofUser();
    /// Of the bytes of a config.json. Error: "registry.config".
    static Result<DockerCredentials> read(const QByteArray &json);

    /// For that registry alone, as references name it ("docker.io", "localhost:5000"). Nothing:
    /// docker has none. Error: "registry.helper" when the program that should know fails.
    Result<std::optional<RegistryCredential>> of(const QString &registry, const Ask &ask) const;

private:
    QJsonObject m_config;
};

} // namespace Slipway
