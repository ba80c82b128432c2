// SPDX-License-Identifier: MIT
#include "core/registry/dockercredentials.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace Slipway {

namespace {

constexpr qint64 largestConfig = 4 * 1024 * 1024;
constexpr int helperTimeoutMs = 30'000;
constexpr qint64 largestHelperReply = 256 * 1024;

/// How docker names a registry in its file.
QString keyOf(const QString &registry)
{
    return registry == u"docker.io" ? QStringLiteral("https://index.docker.io/v1/") : registry;
}

/// The host of a key, which may be written as an address.
QString hostOf(const QString &key)
{
    QString host = key;
    for (const QLatin1String scheme : {QLatin1String("https://"), QLatin1String("http://")}) {
        if (host.startsWith(scheme))
            host.remove(0, scheme.size());
    }
    return host.section(u'/', 0, 0);
}

QString secretOf(const QJsonObject &entry, const char *name)
{
    return entry[QLatin1String(name)].toString();
}

/// user:password, as docker login writes it without a helper.
std::optional<RegistryCredential> credentialOf(const QJsonObject &entry)
{
    const QByteArray both = QByteArray::fromBase64(secretOf(entry, "auth").toLatin1());
    const qsizetype colon = both.indexOf(':');
    RegistryCredential credential;
    credential.user = QString::fromUtf8(both.left(qMax<qsizetype>(colon, 0)));
    credential.secret = colon < 0 ? QString() : QString::fromUtf8(both.mid(colon + 1));
    credential.secret.remove(QChar(0)); // docker pads it
    if (credential.user.isEmpty()) {
        credential.user = secretOf(entry, "username");
        credential.secret = secretOf(entry, "password");
    }
    if (const QString token = secretOf(entry, "identitytoken"); !token.isEmpty()) {
        credential.secret = token;
        credential.isIdentityToken = true;
    }
    return credential.secret.isEmpty() ? std::nullopt : std::optional(credential);
}

Error helperFailed(const QString &program, const QString &registry)
{
    return {QStringLiteral("registry.helper"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1, which keeps the password for %2, did not give it. See whether "
                              "docker can log in there."),
            {program, registry}};
}

/// Asks the program that docker would ask. Its output is the secret: no error may quote it, but
/// for the one sentence that says that it has none.
Result<std::optional<RegistryCredential>> askHelper(const QString &name, const QString &key,
                                                    const DockerCredentials::Ask &ask)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9._-]+\\z"));
    const QString program = QStringLiteral("docker-credential-") + name;
    if (!plain.match(name).hasMatch())
        return helperFailed(program.left(100), hostOf(key));
    Question question;
    question.argv = {program, QStringLiteral("get")};
    question.input = key.toUtf8();
    question.timeoutMs = helperTimeoutMs;
    question.maxBytes = largestHelperReply;
    const auto reply = ask(question);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess()) {
        const QByteArray said = (reply->output + reply->errorOutput).toLower();
        if (said.contains("credentials not found"))
            return std::optional<RegistryCredential>();
        return helperFailed(program, hostOf(key));
    }
    const auto json = parseJsonObject(reply->output);
    if (!json)
        return helperFailed(program, hostOf(key));
    RegistryCredential credential{secretOf(*json, "Username"), secretOf(*json, "Secret"), false};
    credential.isIdentityToken = credential.user == u"<token>";
    if (credential.secret.isEmpty())
        return std::optional<RegistryCredential>();
    return std::optional(credential);
}

} // namespace

Result<DockerCredentials> DockerCredentials::ofUser()
{
    QString folder = qEnvironmentVariable("DOCKER_CONFIG");
    if (folder.isEmpty())
        folder = QDir::homePath() + QStringLiteral("/.docker");
    const QString file = folder + QStringLiteral("/config.json");
    if (!QFileInfo::exists(file))
        return DockerCredentials();
    const auto bytes = readFile(file, largestConfig);
    if (!bytes)
        return bytes.error();
    auto credentials = read(*bytes);
    return credentials ? credentials : credentials.error().at({file, 0, 0});
}

Result<DockerCredentials> DockerCredentials::read(const QByteArray &json)
{
    const auto config = parseJsonObject(json);
    if (!config)
        return Error(QStringLiteral("registry.config"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Docker's settings cannot be read, so that nobody knows "
                                       "how to log in to a registry."));
    DockerCredentials credentials;
    credentials.m_config = *config;
    return credentials;
}

Result<std::optional<RegistryCredential>> DockerCredentials::of(const QString &registry,
                                                                const Ask &ask) const
{
    const QString key = keyOf(registry);
    const QJsonObject helpers = m_config[QStringLiteral("credHelpers")].toObject();
    for (auto it = helpers.begin(); it != helpers.end(); ++it) {
        if (hostOf(it.key()) == hostOf(key) || it.key() == registry)
            return askHelper(it.value().toString(), key, ask);
    }
    const QString store = m_config[QStringLiteral("credsStore")].toString();
    if (!store.isEmpty())
        return askHelper(store, key, ask);
    const QJsonObject entries = m_config[QStringLiteral("auths")].toObject();
    if (entries.contains(key))
        return credentialOf(entries[key].toObject());
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (hostOf(it.key()) == hostOf(key))
            return credentialOf(it.value().toObject());
    }
    return std::optional<RegistryCredential>();
}

} // namespace Slipway
