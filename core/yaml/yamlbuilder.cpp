// SPDX-License-Identifier: MIT
#include "core/yaml/yamlbuilder.h"

#include "core/yaml/yamlreader.h"

#include <algorithm>
#include <yaml-cpp/mark.h>

namespace Slipway {

namespace {

bool isBadCharacter(QChar character)
{
    const char16_t code = character.unicode();
    const bool isControl =
        (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7f && code <= 0x9f);
    return isControl || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

QString codePoint(QChar character)
{
    return QStringLiteral("U+%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
}

} // namespace

Error YamlBuilder::aliasError()
{
    return Error(QStringLiteral("yaml.alias"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Aliases (*name) are not read. Write the value out, or quote a "
                                   "text that begins with \"*\"."));
}

void YamlBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (++m_documents > 1)
        refuse(Error(QStringLiteral("yaml.several-documents"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A second document begins here. Keep one document in a "
                                       "file, without further \"---\" lines.")),
               m_bytes.placeAt(mark.line, mark.column));
}

void YamlBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    if (!accept(mark, anchor, false))
        return;
    const Place place = m_bytes.placeAt(mark.line, mark.column);
    add(YamlNode::scalar({}, false, place, place));
}

void YamlBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t)
{
    refuse(aliasError(), m_bytes.placeAt(mark.line, mark.column));
}

void YamlBuilder::OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                           const std::string &value)
{
    if (!accept(mark, anchor, false))
        return;
    const qsizetype offset = m_bytes.offsetOf(mark.line, mark.column);
    const Place place = m_bytes.placeOf(offset);
    if (qsizetype(value.size()) > YamlLimits::scalarBytes) {
        refuse(Error(QStringLiteral("yaml.scalar-too-long"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "This text has %1 bytes; at most %2 are read. Keep long "
                                       "texts in files of their own."),
                     {QString::number(value.size()), QString::number(YamlLimits::scalarBytes)}),
               place);
        return;
    }
    const QString text = QString::fromUtf8(value.data(), qsizetype(value.size()));
    if (!checkText(text, place))
        return;
    const char first = m_bytes.byteAt(offset);
    const bool isBlock = first == '|' || first == '>';
    const bool isQuoted = first == '"' || first == '\'';
    const Place textPlace = isBlock    ? m_bytes.blockTextPlace(offset)
                            : isQuoted ? m_bytes.placeOf(offset + 1)
                                       : place;
    add(YamlNode::scalar(text, isBlock || isQuoted, place, textPlace));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    if (accept(mark, anchor, true))
        open(YamlNode::list(m_bytes.placeAt(mark.line, mark.column)));
}

void YamlBuilder::OnSequenceEnd()
{
    close();
}

void YamlBuilder::OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value)
{
    if (accept(mark, anchor, true))
        open(YamlNode::map(m_bytes.placeAt(mark.line, mark.column)));
}

void YamlBuilder::OnMapEnd()
{
    close();
}

bool YamlBuilder::isKeyNext() const
{
    return !m_levels.empty() && m_levels.back().node.isMap() && !m_levels.back().hasKey;
}

bool YamlBuilder::accept(const YAML::Mark &mark, YAML::anchor_t anchor, bool isCollection)
{
    if (m_problem)
        return false;
    const Place place = m_bytes.placeAt(mark.line, mark.column);
    const char first = m_bytes.byteAt(m_bytes.offsetOf(mark.line, mark.column));
    // A node's mark stands before its anchor and its tag, and no plain text begins with these.
    if (anchor != 0 || first == '&')
        refuse(Error(QStringLiteral("yaml.anchor"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Anchors (&name) are not read. Write the value out at each "
                                       "place, or quote a text that begins with \"&\".")),
               place);
    else if (first == '!')
        refuse(Error(QStringLiteral("yaml.tag"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Tags (!name) are not read. Remove the tag, or quote a "
                                       "text that begins with \"!\".")),
               place);
    else if (isCollection && isKeyNext())
        refuse(Error(QStringLiteral("yaml.key-not-text"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A key has to be a text, not a list or a map. Quote a "
                                       "value that begins with \"{\" or \"[\".")),
               place);
    else if (++m_nodes > YamlLimits::nodes)
        refuse(Error(QStringLiteral("yaml.too-many-nodes"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The file has more than %1 values. Split it."),
                     {QString::number(YamlLimits::nodes)}),
               place);
    else if (isCollection && int(m_levels.size()) >= YamlLimits::levels)
        refuse(Error(QStringLiteral("yaml.too-deep"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Lists and maps are nested more than %1 levels deep here. "
                                       "Make it flatter."),
                     {QString::number(YamlLimits::levels)}),
               place);
    return !m_problem;
}

void YamlBuilder::open(YamlNode node)
{
    m_levels.push_back(Level{std::move(node), false, {}, {}, {}});
}

void YamlBuilder::close()
{
    if (m_problem || m_levels.empty())
        return;
    YamlNode node = std::move(m_levels.back().node);
    m_levels.pop_back();
    add(std::move(node));
}

void YamlBuilder::add(YamlNode node)
{
    if (m_levels.empty()) {
        m_root = std::move(node);
        return;
    }
    Level &level = m_levels.back();
    if (level.node.isList()) {
        level.node.m_elements.push_back(std::move(node));
    } else if (!level.hasKey) {
        addKey(node);
    } else {
        level.node.m_members.push_back(YamlMember{level.key, level.keyPlace, std::move(node)});
        level.hasKey = false;
    }
}

void YamlBuilder::addKey(const YamlNode &node)
{
    Level &level = m_levels.back();
    if (node.isNull()) {
        refuse(Error(QStringLiteral("yaml.key-not-text"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A key is missing before this \":\". Write \"name: "
                                       "value\".")),
               node.place());
    } else if (!node.isQuoted() && node.text() == QLatin1String("<<")) {
        refuse(Error(QStringLiteral("yaml.merge-key"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Merge keys (<<) are not read. Write the members out.")),
               node.place());
    } else if (level.keys.contains(node.text())) {
        refuse(Error(QStringLiteral("yaml.duplicate-key"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The key '%1' stands here twice. Keep one of the two."),
                     {node.text()}),
               node.place());
    }
    level.keys.insert(node.text());
    level.key = node.text();
    level.keyPlace = node.place();
    level.hasKey = true;
}

bool YamlBuilder::checkText(const QString &text, const Place &place)
{
    const auto bad = std::find_if(text.cbegin(), text.cend(), isBadCharacter);
    if (bad == text.cend())
        return true;
    refuse(Error(QStringLiteral("yaml.control-character"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The text holds the invisible control character %1. Remove "
                                   "it."),
                 {codePoint(*bad)}),
           place);
    return false;
}

void YamlBuilder::refuse(const Error &error, const Place &place)
{
    if (!m_problem)
        m_problem = error.at(place);
}

} // namespace Slipway
