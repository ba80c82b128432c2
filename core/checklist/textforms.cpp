// SPDX-License-Identifier: MIT
#include "core/checklist/textforms.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

Error wrong(const char *code, const char *pattern, const QString &text)
{
    return Error(QLatin1String(code), pattern, {text.left(100)});
}

bool matches(const QString &text, const QRegularExpression &form)
{
    return form.match(text).hasMatch();
}

/// One line, and nothing that a program could take for an option.
Result<void> checkLine(const QString &text, bool mayStartWithDash)
{
    const auto bad = std::find_if(text.cbegin(), text.cend(), isForbidden);
    if (bad != text.cend())
        return Error(QStringLiteral("type.character"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The text holds the character %1, which may not stand in "
                                       "a single line. Remove it."),
                     {QStringLiteral("U+%1").arg(bad->unicode(), 4, 16, QLatin1Char('0'))});
    if (!mayStartWithDash && text.startsWith(u'-'))
        return wrong("type.dash",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' begins with '-' and could be taken for an option. "
                                       "Begin with another character."),
                     text);
    return {};
}

Result<void> checkProse(const QString &text)
{
    const auto bad = std::find_if(text.cbegin(), text.cend(), [](QChar c) {
        return isForbidden(c) && c != u'\n' && c != u'\t';
    });
    if (bad == text.cend())
        return {};
    return Error(QStringLiteral("type.character"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The text holds the invisible control character %1. Remove "
                                   "it."),
                 {QStringLiteral("U+%1").arg(bad->unicode(), 4, 16, QLatin1Char('0'))});
}

/// One part between the slashes of a branch name: rules of git check-ref-format(1).
bool isBranchPart(const QString &part)
{
    return !part.isEmpty() && !part.startsWith(u'.') && !part.endsWith(QLatin1String(".lock"));
}

/// git check-ref-format --branch, and no leading dash.
bool isBranchName(const QString &text)
{
    static const QString never = QStringLiteral(" ~^:?*[\\");
    if (text.isEmpty() || text.startsWith(u'-') || text.endsWith(u'.') ||
        text == QLatin1String("@") || text == QLatin1String("HEAD") ||
        text.contains(QLatin1String("..")) || text.contains(QLatin1String("@{")))
        return false;
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return never.contains(c); }))
        return false;
    const QStringList parts = text.split(u'/');
    return text.toUtf8().size() <= 244 && std::all_of(parts.cbegin(), parts.cend(), isBranchPart);
}

/// Below a root: relative, no "..", no empty part.
bool isPathBelow(const QString &text)
{
    const QStringList parts = text.split(u'/');
    return std::none_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        return part.isEmpty() || part == QLatin1String("..");
    });
}

/// No transport helper (ext::…), no host that begins with a dash: both run programs.
bool isUrl(const QString &text)
{
    static const QRegularExpression withScheme(QStringLiteral(
        "\\A(?:(?:https?|ssh)://(?:[^\\s@/?#]*@)?[A-Za-z0-9_\\[][^\\s]*|file:///?[^\\s]*)\\z"));
    static const QRegularExpression scpForm(
        QStringLiteral("\\A(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9_][A-Za-z0-9_.-]*:"
                       "(?![:/]{2})[^\\s:-][^\\s]*\\z"));
    return matches(text, withScheme) ||
           (!text.contains(QLatin1String("://")) && matches(text, scpForm));
}

/// Where only some schemes make sense, the choices name them.
Result<void> checkUrl(const QString &text, const QStringList &schemes)
{
    if (!isUrl(text))
        return wrong("type.url",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' is no address. Write https://…, ssh://…, "
                                       "file:///… or host:path."),
                     text);
    const bool isKnown = std::any_of(schemes.cbegin(), schemes.cend(), [&](const QString &scheme) {
        return text.startsWith(scheme + QLatin1String("://"));
    });
    if (isKnown || schemes.isEmpty())
        return {};
    return Error(QStringLiteral("type.url-scheme"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "'%1' cannot be asked from here: the address has to begin with "
                                   "one of these: %2."),
                 {text.left(100), schemes.join(QLatin1String(", "))});
}

Result<void> checkChoice(const QString &text, const QStringList &choices)
{
    if (choices.contains(text))
        return {};
    return Error(QStringLiteral("type.choice"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is none of the choices: %2."),
                 {text.left(100), choices.join(QLatin1String(", "))});
}

Result<void> checkForm(const QString &text, const TypeSpec &spec)
{
    static const QRegularExpression version(QStringLiteral("\\A[A-Za-z]*[0-9]+(\\.[0-9]+)*\\z"));
    static const QRegularExpression digest(
        QStringLiteral("\\A[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,256}\\z"));
    switch (spec.type) {
    case Type::GitBranch:
        if (!isBranchName(text))
            return wrong("type.git-branch",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "'%1' is no name for a git branch. Use letters, digits, "
                                           "'-', '_', '.' and '/', such as feature/update."),
                         text);
        return {};
    case Type::Path:
        if (!isPathBelow(text))
            return wrong("type.path",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "'%1' has to be a relative path without '..' and "
                                           "without empty parts, such as services/Dockerfile."),
                         text);
        return {};
    case Type::Version:
        if (!matches(text, version))
            return wrong("type.version",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "'%1' is no version. Write digits and dots, with "
                                           "letters before them if needed, such as 1.8.10 or "
                                           "r1.6.19."),
                         text);
        return {};
    case Type::Digest:
        if (!matches(text, digest))
            return wrong("type.digest",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "'%1' is no digest. Write the algorithm, ':' and hex "
                                           "digits, such as sha256:9f86d0…."),
                         text);
        return {};
    case Type::Url:
        return checkUrl(text, spec.choices);
    case Type::Directory:
    case Type::File:
        if (text.isEmpty())
            return Error(
                QStringLiteral("type.empty-path"),
                QT_TRANSLATE_NOOP("Slipway::Error", "A path is needed here; it is empty."));
        return {};
    case Type::Duration: {
        const auto duration = durationMs(text);
        return duration ? Result<void>() : Result<void>(duration.error());
    }
    case Type::Choice:
        return checkChoice(text, spec.choices);
    default:
        return {};
    }
}

} // namespace

Result<void> checkTextForm(const QString &text, const TypeSpec &spec)
{
    if (spec.type == Type::Prose)
        return checkProse(text);
    const bool mayStartWithDash = spec.mayStartWithDash || spec.type == Type::Choice;
    if (auto line = checkLine(text, mayStartWithDash); !line)
        return line;
    return checkForm(text, spec);
}

} // namespace Slipway
