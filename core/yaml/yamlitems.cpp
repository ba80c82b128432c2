// SPDX-License-Identifier: MIT
#include "core/yaml/yamlitems.h"

#include "core/yaml/yamlevents.h"
#include "core/yaml/yamlreader.h"

#include <QHash>
#include <yaml-cpp/mark.h>

namespace Slipway {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Finds the bytes of scalars behind the marks of the library.
class ScalarFinder final
{
public:
    explicit ScalarFinder(const YamlBytes &bytes) : m_bytes(bytes) {}

    /// Where the text stands as itself; -1 if it does not. offset: of the node's first byte.
    qsizetype find(qsizetype offset, const QByteArray &text) const
    {
        qsizetype pos = behindProperties(offset);
        const char first = m_bytes.byteAt(pos);
        if (first == '|' || first == '>')
            return findInBlock(pos, text);
        const bool isQuoted = first == '"' || first == '\'';
        pos += isQuoted ? 1 : 0;
        if (!isHere(pos, text) || (isQuoted && m_bytes.byteAt(pos + text.size()) != first))
            return -1;
        return pos;
    }

private:
    bool isHere(qsizetype pos, const QByteArray &text) const
    {
        return QByteArrayView(m_bytes.bytes()).sliced(pos).startsWith(text);
    }

    /// Past anchors, tags and what may stand between them and the text.
    qsizetype behindProperties(qsizetype pos) const
    {
        for (;;) {
            const char c = m_bytes.byteAt(pos);
            if (c == '&' || c == '!') {
                while (m_bytes.byteAt(pos) && !isSpace(m_bytes.byteAt(pos)))
                    ++pos;
            } else if (isSpace(c)) {
                ++pos;
            } else if (c == '#') {
                while (m_bytes.byteAt(pos) && m_bytes.byteAt(pos) != '\n')
                    ++pos;
            } else {
                return pos;
            }
        }
    }

    /// A block of one line only: its text is that line's.
    qsizetype findInBlock(qsizetype pos, QByteArray text) const
    {
        while (text.endsWith('\n'))
            text.chop(1);
        pos = m_bytes.bytes().indexOf('\n', pos);
        if (pos < 0 || text.isEmpty() || text.contains('\n'))
            return -1;
        while (isSpace(m_bytes.byteAt(pos)))
            ++pos;
        const char next = m_bytes.byteAt(pos + text.size());
        return isHere(pos, text) && (next == '\n' || next == '\r' || next == '\0') ? pos : -1;
    }

    const YamlBytes &m_bytes;
};

/// Makes the items from the library's events; the first refusal is kept, as YamlBuilder does.
class ItemBuilder final : public YAML::EventHandler
{
public:
    ItemBuilder(const YamlBytes &bytes, qsizetype markBytes)
        : m_bytes(bytes), m_finder(bytes), m_markBytes(markBytes)
    {
    }

    const std::optional<Error> &problem() const { return m_problem; }
    YamlItems take() { return std::move(m_found); }

    void OnDocumentStart(const YAML::Mark &) override { m_anchors.clear(); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(mark, YamlItem::Kind::Null, {}, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const int item = add(mark, YamlItem::Kind::Alias, {}, 0);
        if (item >= 0)
            m_found.items[item].target = m_anchors.value(anchor, -1);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const int item = add(mark, YamlItem::Kind::Scalar, tag, anchor);
        if (item < 0)
            return;
        YamlItem &added = m_found.items[item];
        added.text = QByteArray::fromStdString(value);
        const qsizetype found = m_finder.find(m_bytes.offsetOf(mark.line, mark.column), added.text);
        added.textBegin = found < 0 ? -1 : found + m_markBytes;
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(add(mark, YamlItem::Kind::List, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(add(mark, YamlItem::Kind::Map, tag, anchor));
    }
    void OnMapEnd() override { close(); }

private:
    /// The number of the new item; -1 once something was refused.
    int add(const YAML::Mark &mark, YamlItem::Kind kind, const std::string &tag,
            YAML::anchor_t anchor)
    {
        if (m_found.items.size() >= YamlLimits::nodes)
            refuse(Error(QStringLiteral("yaml.too-many-nodes"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The file has more than %1 values. Split it."),
                         {QString::number(YamlLimits::nodes)}),
                   mark);
        if (m_problem)
            return -1;
        const int number = int(m_found.items.size());
        YamlItem item;
        item.kind = kind;
        item.line = mark.line + 1;
        // The library's marks for "no tag": "?" on plain and "!" on quoted nodes.
        if (tag != "?" && tag != "!")
            item.tag = QByteArray::fromStdString(tag);
        m_found.items.append(item);
        if (anchor != 0)
            m_anchors.insert(anchor, number);
        if (m_open.isEmpty())
            m_found.documents.append(number);
        else
            m_found.items[m_open.last()].children.append(number);
        return number;
    }

    void open(int item)
    {
        if (m_open.size() >= YamlLimits::levels)
            m_problem = Error(QStringLiteral("yaml.too-deep"),
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "Lists and maps are nested more than %1 levels "
                                                "deep here. Make it flatter."),
                              {QString::number(YamlLimits::levels)});
        if (!m_problem)
            m_open.append(item);
    }

    void close()
    {
        if (!m_problem)
            m_open.removeLast();
    }

    void refuse(const Error &error, const YAML::Mark &mark)
    {
        if (!m_problem)
            m_problem = error.at(m_bytes.placeAt(mark.line, mark.column));
    }

    const YamlBytes &m_bytes; // not owned; outlives the builder
    ScalarFinder m_finder;
    qsizetype m_markBytes;
    std::optional<Error> m_problem;
    QHash<YAML::anchor_t, int> m_anchors;
    QList<int> m_open;
    YamlItems m_found;
};

} // namespace

int YamlItems::resolved(int node) const
{
    // The library resolves an alias of an alias itself; one step is all there is.
    return node >= 0 && at(node).kind == YamlItem::Kind::Alias ? at(node).target : node;
}

int YamlItems::value(int map, const char *key) const
{
    if (map < 0 || at(map).kind != YamlItem::Kind::Map)
        return -1;
    const QList<int> &children = at(map).children;
    for (qsizetype i = 0; i + 1 < children.size(); i += 2)
        if (at(children.at(i)).kind == YamlItem::Kind::Scalar && at(children.at(i)).text == key)
            return children.at(i + 1);
    return -1;
}

int YamlItems::count(int map, const char *key) const
{
    if (map < 0 || at(map).kind != YamlItem::Kind::Map)
        return 0;
    int found = 0;
    const QList<int> &children = at(map).children;
    for (qsizetype i = 0; i + 1 < children.size(); i += 2)
        found +=
            at(children.at(i)).kind == YamlItem::Kind::Scalar && at(children.at(i)).text == key;
    return found;
}

Result<YamlItems> readYamlItems(const QByteArray &bytes, const QString &file)
{
    const YamlBytes source(bytes, file);
    if (const auto problem = unfitForYaml(source))
        return *problem;
    ItemBuilder builder(source, bytes.size() - source.bytes().size());
    const auto failure = parseYamlEvents(source, builder, [&] { return !builder.problem(); });
    if (builder.problem())
        return *builder.problem();
    if (failure)
        return failure->error;
    return builder.take();
}

} // namespace Slipway
