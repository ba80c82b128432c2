// SPDX-License-Identifier: MIT
#pragma once

#include "core/http/httpclient.h"
#include "core/registry/dockercredentials.h"
#include "core/registry/imagereference.h"

#include <QMap>
#include <QStringList>
#include <QUrl>
#include <stop_token>

namespace Slipway {

/// How long and how much a registry is asked.
struct RegistryLimits
{
    int timeoutMs = 30'000;  ///< of each request
    int patienceMs = 20'000; ///< to wait for a registry that says it was asked too often
    int pageSize = 1000;     ///< what is asked for; ECR refuses more
    int pages = 1000;
    qsizetype tags = 200'000;
    qint64 pageBytes = 16 * 1024 * 1024;
};

/// Asks registries of images (OCI distribution), reading only, as docker would: https, or http for
/// this machine; credentials of docker's own settings, to nobody but the registry they are for.
/// Use it from one pool thread, which it blocks; it keeps tokens for as long as it lives.
class RegistryClient final
{
public:
    /// ask: how helpers of docker's settings are asked.
    RegistryClient(DockerCredentials credentials, DockerCredentials::Ask ask,
                   RegistryLimits limits = {}, std::stop_token stop = {});

    /// All tags of the image's repository, in the registry's order, each once.
    ///
    /// Errors: those of askHttp for a registry that cannot be reached; "registry.unknown" (no such
    /// image, or not for everybody), "registry.login" (it wants to know who asks, and docker has
    /// no credentials), "registry.denied" (what docker has does not do), "registry.foreign-realm"
    /// (it wants the password at another site), "registry.rate-limit", "registry.refused" (any
    /// other status), "registry.reply" (it does not answer as a registry), "registry.too-much",
    /// "registry.foreign-page", "registry.helper".
    Result<QStringList> tags(const ImageReference &image);

    /// The digest that the image's tag stands for now; the same errors, "registry.unknown" also
    /// for a tag that is not there.
    Result<QString> digest(const ImageReference &image);

private:
    struct Page
    {
        QStringList tags;
        QUrl next; ///< empty: the last one
    };

    Result<Page> page(const QUrl &url, const ImageReference &image);
    Result<HttpReply> get(const QUrl &url, const ImageReference &image,
                          const QByteArray &method = "GET");
    Result<HttpReply> send(HttpRequest request);
    Result<QByteArray> authorization(const HttpReply &reply, const QUrl &url,
                                     const ImageReference &image);
    Result<QByteArray> bearer(const QMap<QString, QString> &challenge, const QUrl &registry,
                              const ImageReference &image);
    Result<HttpReply> askForToken(const QUrl &realm, const QMap<QString, QString> &challenge,
                                  const ImageReference &image,
                                  const std::optional<RegistryCredential> &credential);
    Result<QUrl> baseOf(const ImageReference &image);
    Result<std::optional<RegistryCredential>> credentialFor(const ImageReference &image);

    DockerCredentials m_credentials;
    DockerCredentials::Ask m_ask;
    RegistryLimits m_limits;
    std::stop_token m_stop;
    QMap<QString, QUrl> m_bases;                              ///< by registry
    QMap<QString, QByteArray> m_authorizations;               ///< by registry and repository
    QMap<QString, std::optional<RegistryCredential>> m_known; ///< by registry
};

} // namespace Slipway
