// SPDX-License-Identifier: MIT
#include "core/checklist/types.h"

#include <QRegularExpression>
#include <array>

namespace Slipway {

namespace {

struct NamedType
{
    Type type;
    const char *name;
};

constexpr std::array<NamedType, 18> namedTypes{{{Type::Text, "text"},
                                                {Type::Prose, "prose"},
                                                {Type::Number, "number"},
                                                {Type::Flag, "flag"},
                                                {Type::Choice, "choice"},
                                                {Type::Directory, "directory"},
                                                {Type::File, "file"},
                                                {Type::Path, "path"},
                                                {Type::List, "list"},
                                                {Type::Map, "map"},
                                                {Type::GitBranch, "git-branch"},
                                                {Type::Version, "version"},
                                                {Type::Digest, "digest"},
                                                {Type::Url, "url"},
                                                {Type::Duration, "duration"},
                                                {Type::Secret, "secret"},
                                                {Type::Any, "any"},
                                                {Type::Localized, "localized"}}};

qint64 unitMs(const QString &unit)
{
    if (unit == QLatin1String("ms"))
        return 1;
    if (unit == QLatin1String("s"))
        return 1000;
    if (unit == QLatin1String("m"))
        return 60 * 1000;
    return unit == QLatin1String("h") ? 60 * 60 * 1000 : 24 * 60 * 60 * 1000;
}

} // namespace

QString typeName(Type type)
{
    for (const NamedType &named : namedTypes) {
        if (named.type == type)
            return QLatin1String(named.name);
    }
    return {};
}

std::optional<Type> typeNamed(const QString &name)
{
    for (const NamedType &named : namedTypes) {
        if (QLatin1String(named.name) == name)
            return named.type;
    }
    return {};
}

Result<qint64> durationMs(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,6})(ms|s|m|h|d)\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return Error(QStringLiteral("type.duration"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' is no duration. Write a whole number with ms, s, m, h "
                                       "or d, such as 90s or 24h."),
                     {text.left(100)});
    return match.captured(1).toLongLong() * unitMs(match.captured(2));
}

LocalizedText localizedOf(const Value &value)
{
    if (!value.isMap())
        return LocalizedText(value.display());
    QMap<QString, QString> texts;
    const Value::Map map = value.map();
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        texts.insert(it.key(), it->display());
    return LocalizedText(texts);
}

bool isLanguage(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z]{2,3}(_[A-Z]{2})?\\z"));
    return form.match(name).hasMatch();
}

bool isForbidden(QChar character)
{
    const char16_t code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

} // namespace Slipway
