// SPDX-License-Identifier: MIT
#include "core/registry/imagereference.h"

#include <QRegularExpression>

namespace Slipway {

namespace {

const QString hub = QStringLiteral("docker.io");
constexpr int longestName = 255;

bool matches(const QString &text, const QString &pattern)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    return whole.match(text).hasMatch();
}

/// True if what stands before the first '/' is a host and no folder of Docker Hub.
bool isHost(const QString &first)
{
    return first.contains(u'.') || first.contains(u':') || first == u"localhost" ||
           first != first.toLower();
}

bool isWellFormedHost(const QString &host)
{
    static const QString label = QStringLiteral("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");
    static const QString name =
        QStringLiteral("(?:%1(?:\\.%1)*|\\[[A-Fa-f0-9:]+\\])(?::([0-9]{1,5}))?").arg(label);
    static const QRegularExpression whole(QRegularExpression::anchoredPattern(name));
    const auto match = whole.match(host);
    const QString port = match.captured(1);
    return match.hasMatch() && (port.isEmpty() || (port.toInt() > 0 && port.toInt() < 65536));
}

bool isWellFormedRepository(const QString &repository)
{
    static const QString part = QStringLiteral("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*");
    return matches(repository, QStringLiteral("%1(?:/%1)*").arg(part));
}

bool isWellFormedDigest(const QString &digest)
{
    if (digest.startsWith(QLatin1String("sha256:")))
        return matches(digest, QStringLiteral("sha256:[a-f0-9]{64}"));
    return matches(digest, QStringLiteral("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:"
                                          "[A-Fa-f0-9]{32,}"));
}

Error badReference(const QString &text, const char *why)
{
    return Error(QStringLiteral("image.reference"), why, {text.left(300)});
}

/// Takes what follows the last `mark` off the name; a name keeps what has no such mark.
QString takeBehind(QString *name, qsizetype mark)
{
    const QString behind = name->mid(mark + 1);
    name->truncate(mark);
    return behind;
}

/// Splits host and path; Docker's short names become the long ones.
void setName(ImageReference *reference, const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    if (slash > 0 && isHost(name.left(slash))) {
        reference->registry = name.left(slash);
        reference->repository = name.mid(slash + 1);
    } else {
        reference->registry = hub;
        reference->repository = name;
    }
    if (reference->registry == u"index.docker.io")
        reference->registry = hub;
    if (reference->isOfDockerHub() && !reference->repository.contains(u'/'))
        reference->repository.prepend(QLatin1String("library/"));
}

} // namespace

bool isImageTag(const QString &text)
{
    static const QRegularExpression tag(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")));
    return tag.match(text).hasMatch();
}

bool ImageReference::isOfDockerHub() const
{
    return registry == hub;
}

Result<ImageReference> ImageReference::parse(const QString &text)
{
    ImageReference reference;
    QString name = text;
    if (const qsizetype at = name.indexOf(u'@'); at >= 0) {
        reference.digest = takeBehind(&name, at);
        if (!isWellFormedDigest(reference.digest))
            return badReference(text, QT_TRANSLATE_NOOP("Slipway::Error",
                                                        "\"%1\" ends in no digest of an image: "
                                                        "behind @ stands sha256: and 64 digits "
                                                        "or letters a to f."));
    }
    // A ':' before the last '/' belongs to a port.
    if (const qsizetype colon = name.lastIndexOf(u':'); colon > name.lastIndexOf(u'/')) {
        reference.tag = takeBehind(&name, colon);
        if (!isImageTag(reference.tag))
            return badReference(text, QT_TRANSLATE_NOOP("Slipway::Error",
                                                        "\"%1\" ends in no tag of an image: a tag "
                                                        "has letters, digits, '_', '.' and '-', "
                                                        "128 at most."));
    }
    if (matches(name, QStringLiteral("[a-f0-9]{64}")))
        return badReference(text, QT_TRANSLATE_NOOP("Slipway::Error",
                                                    "\"%1\" is the id of an image, which no "
                                                    "registry knows. Give its name."));
    setName(&reference, name);
    if (!isWellFormedHost(reference.registry) || !isWellFormedRepository(reference.repository) ||
        reference.name().size() > longestName)
        return badReference(text, QT_TRANSLATE_NOOP("Slipway::Error",
                                                    "\"%1\" is no name of an image. Write it as "
                                                    "docker pull takes it, such as mongo:8.0 or "
                                                    "registry.example.org:5000/team/app:1.2."));
    return reference;
}

} // namespace Slipway
