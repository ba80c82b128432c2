// SPDX-License-Identifier: MIT
#include "core/yaml/yamlnode.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isDecimal(const QString &text)
{
    const qsizetype start = text.startsWith(u'-') ? 1 : 0;
    const QStringView digits = QStringView(text).mid(start);
    const bool hasLeadingZero = digits.size() > 1 && digits.front() == u'0';
    return !digits.isEmpty() && !hasLeadingZero &&
           std::all_of(digits.begin(), digits.end(),
                       [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

YamlNode YamlNode::scalar(QString text, bool isQuoted, Place place, Place textPlace)
{
    YamlNode node;
    node.m_text = std::move(text);
    node.m_isQuoted = isQuoted;
    node.m_place = std::move(place);
    node.m_textPlace = std::move(textPlace);
    return node;
}

YamlNode YamlNode::list(Place place)
{
    YamlNode node;
    node.m_kind = Kind::List;
    node.m_textPlace = place;
    node.m_place = std::move(place);
    return node;
}

YamlNode YamlNode::map(Place place)
{
    YamlNode node = list(std::move(place));
    node.m_kind = Kind::Map;
    return node;
}

Value YamlNode::value() const
{
    if (m_isQuoted)
        return Value(m_text);
    if (isNull())
        return {};
    if (m_text == QLatin1String("true") || m_text == QLatin1String("false"))
        return Value(m_text == QLatin1String("true"));
    if (isDecimal(m_text)) {
        bool fits = false;
        const qint64 number = m_text.toLongLong(&fits);
        // JSON, and so the journal, keeps whole numbers up to 2^53 only.
        if (fits && qAbs(number) <= (qint64(1) << 53))
            return Value(number);
    }
    return Value(m_text);
}

bool YamlNode::isNull() const
{
    return isScalar() && !m_isQuoted &&
           (m_text.isEmpty() || m_text == QLatin1String("~") || m_text == QLatin1String("null"));
}

const YamlNode *YamlNode::member(const QString &key) const
{
    const auto found = std::find_if(m_members.cbegin(), m_members.cend(),
                                    [&](const YamlMember &member) { return member.key == key; });
    return found == m_members.cend() ? nullptr : &found->value;
}

} // namespace Slipway
