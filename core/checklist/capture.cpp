// SPDX-License-Identifier: MIT
#include "core/checklist/capture.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype longestSource = 1000;

Error badForm(const QString &name)
{
    return {QStringLiteral("capture.form"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "'%1' has to say where its value stands: {json: PATH} or {pattern: "
                              "'…'}, and it may have a type, of and default."),
            {name}};
}

Error badPath(const QString &name, const QString &path)
{
    return {
        QStringLiteral("capture.path"),
        QT_TRANSLATE_NOOP("Slipway::Error",
                          "'%2' is no path of '%1'. Write names with dots between them, and [0] "
                          "or [*] for elements, such as jobs[*].status; a dot alone is the "
                          "whole document."),
        {name, path}};
}

/// Types of which a checklist cannot ask the file system.
Result<TypeSpec> typeOf(const QString &name, const Value &spec)
{
    TypeSpec type;
    type.mayStartWithDash = true;
    const auto named = [&](const QString &key, Type usual) -> std::optional<Type> {
        const Value asked = spec[key];
        return asked.isNull() ? std::optional<Type>(usual) : typeNamed(asked.text());
    };
    const auto own = named(QStringLiteral("type"), Type::Text);
    const auto element = named(QStringLiteral("of"), Type::Any);
    if (!own || !element || *own == Type::Choice || *element == Type::Choice)
        return Error(QStringLiteral("capture.type"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The type of '%1' is none: write text, number, flag, list, "
                                       "map, version, digest, url or any."),
                     {name});
    type.type = *own;
    type.element = *element;
    return type;
}

} // namespace

QRegularExpression boundedPattern(const QString &pattern)
{
    return QRegularExpression(
        QStringLiteral("(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=2000)(*LIMIT_HEAP=20000)") + pattern);
}

Result<Capture> Capture::read(const QString &name, const Value &spec)
{
    static const QStringList keys{QStringLiteral("json"), QStringLiteral("pattern"),
                                  QStringLiteral("type"), QStringLiteral("of"),
                                  QStringLiteral("default")};
    const Value::Map map = spec.map();
    const QStringList given = map.keys();
    const bool areKnown = std::all_of(given.cbegin(), given.cend(),
                                      [](const QString &key) { return keys.contains(key); });
    const QString json = spec[QStringLiteral("json")].text();
    const QString pattern = spec[QStringLiteral("pattern")].text();
    if (!areKnown || json.isEmpty() == pattern.isEmpty() || json.size() > longestSource ||
        pattern.size() > longestSource)
        return badForm(name);
    Capture capture;
    capture.m_name = name;
    const auto type = typeOf(name, spec);
    if (!type)
        return type.error();
    capture.m_type = *type;
    capture.m_hasDefault = map.contains(QStringLiteral("default"));
    capture.m_default = spec[QStringLiteral("default")];
    const auto done = json.isEmpty() ? capture.readPattern(pattern) : capture.readPath(json);
    if (!done)
        return done.error();
    return capture;
}

Result<void> Capture::readPattern(const QString &pattern)
{
    m_isPattern = true;
    m_source = pattern;
    const QRegularExpression plain(pattern);
    m_pattern = boundedPattern(pattern);
    if (!plain.isValid() || !m_pattern.isValid() || plain.captureCount() > 1)
        return Error(QStringLiteral("capture.pattern"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The pattern of '%1' has to be a regular expression with "
                                       "one pair of ( ) at most, around what is to be taken; (?: ) "
                                       "only groups. %2"),
                     {m_name, plain.isValid() ? QString() : plain.errorString()});
    return {};
}

Result<void> Capture::readPath(const QString &path)
{
    m_source = path;
    const auto read = JsonPath::of(path);
    if (!read)
        return badPath(m_name, path);
    m_path = *read;
    return {};
}

Result<Value> Capture::fromJson(const Value &document) const
{
    const auto found = m_path.in(document);
    return found && !found->isNull() ? typed(*found) : missing();
}

Result<bool> Capture::look(const QString &line)
{
    if (m_found)
        return true;
    const QRegularExpressionMatch match = m_pattern.match(line);
    if (!match.isValid())
        return Error(QStringLiteral("capture.endless"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The pattern of '%1' does not get through a line of the "
                                       "output in time. Make it simpler: no repetition inside a "
                                       "repetition."),
                     {m_name});
    if (match.hasMatch())
        m_found = match.captured(m_pattern.captureCount() > 0 ? 1 : 0);
    return m_found.has_value();
}

Result<Value> Capture::taken() const
{
    return m_found ? typed(Value(*m_found)) : missing();
}

Result<Value> Capture::typed(const Value &value) const
{
    if (m_type.type == Type::Any)
        return value;
    const bool wantsText = m_type.type != Type::List && m_type.type != Type::Map;
    // JSON writes 7 where a version or a text is wanted.
    const bool isSimple = !value.isList() && !value.isMap();
    const auto fitting = conform(wantsText && isSimple ? Value(value.display()) : value, m_type);
    if (fitting)
        return fitting;
    return Error(
        QStringLiteral("capture.value"),
        QT_TRANSLATE_NOOP("Slipway::Error", "What the program printed for '%1' does not fit: %2"),
        {m_name, fitting.error().message()});
}

Result<Value> Capture::missing() const
{
    if (m_hasDefault)
        return m_default;
    if (m_isPattern)
        return Error(QStringLiteral("capture.no-match"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "No line of the output has what '%1' looks for: «%2»."),
                     {m_name, m_source});
    return Error(
        QStringLiteral("capture.no-member"),
        QT_TRANSLATE_NOOP("Slipway::Error",
                          "The JSON that the program printed has nothing at %2, where '%1' "
                          "is to be taken."),
        {m_name, m_source});
}

} // namespace Slipway
