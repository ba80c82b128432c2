// SPDX-License-Identifier: MIT
#include "core/checklist/nodereader.h"

#include "core/checklist/expressionnode.h"
#include "core/checklist/expressiontext.h"
#include "core/checklist/lint.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

Error expected(const char *what)
{
    return Error(QStringLiteral("checklist.expected"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 is expected here."),
                 {QLatin1String(what)});
}

/// What stands inside a lone ${{ }}, and where it begins; the whole text if there is none.
QPair<QString, qsizetype> unwrapped(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("\\A\\s*\\$\\{\\{(.*)\\}\\}\\s*\\z"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = whole.match(text);
    return match.hasMatch() ? qMakePair(match.captured(1), match.capturedStart(1))
                            : qMakePair(text, qsizetype(0));
}

} // namespace

bool NodeReader::readKeys(const YamlNode &node, const char *what, const QList<Key> &keys)
{
    if (!node.isMap()) {
        fail(Error(QStringLiteral("checklist.not-a-map"),
                   QT_TRANSLATE_NOOP("Slipway::Error",
                                     "%1 has to be a map of keys and values, such as \"%2: …\"."),
                   {QLatin1String(what), QLatin1String(keys.first().name)}),
             node.place());
        return false;
    }
    QStringList known;
    for (const Key &key : keys)
        known.append(QLatin1String(key.name));
    for (const YamlMember &member : node.members()) {
        const qsizetype index = known.indexOf(member.key);
        if (index < 0)
            unknownKey(member, what, known);
        else
            keys[index].read(member.value);
    }
    for (const Key &key : keys) {
        if (key.isRequired && !node.member(QLatin1String(key.name)))
            fail(Error(QStringLiteral("checklist.missing-key"),
                       QT_TRANSLATE_NOOP("Slipway::Error", "%1 needs the key '%2'."),
                       {QLatin1String(what), QLatin1String(key.name)}),
                 node.place());
    }
    return true;
}

void NodeReader::unknownKey(const YamlMember &member, const char *what, const QStringList &known)
{
    const QString near = nearest(member.key, known);
    if (near.isEmpty())
        fail(Error(QStringLiteral("checklist.unknown-key"),
                   QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no key '%2'. It knows: %3."),
                   {QLatin1String(what), member.key.left(100), known.join(QLatin1String(", "))}),
             member.place);
    else
        fail(Error(QStringLiteral("checklist.unknown-key"),
                   QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no key '%2'; did you mean '%3'?"),
                   {QLatin1String(what), member.key.left(100), near}),
             member.place);
}

QString NodeReader::text(const YamlNode &node)
{
    if (node.isScalar() && !node.isNull())
        return node.text();
    fail(expected("A text"), node.place());
    return {};
}

QString NodeReader::identifier(const YamlNode &node)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z][a-z0-9_-]{0,63}\\z"));
    if (node.isScalar() && form.match(node.text()).hasMatch())
        return node.text();
    fail(Error(QStringLiteral("checklist.name"),
               QT_TRANSLATE_NOOP("Slipway::Error",
                                 "'%1' is no name. A name begins with a-z and goes on with a-z, "
                                 "0-9, '-' and '_', at most 64 characters."),
               {node.text().left(100)}),
         node.place());
    return {};
}

LocalizedText NodeReader::localized(const YamlNode &node)
{
    if (!node.isMap())
        return LocalizedText(text(node));
    QMap<QString, QString> texts;
    for (const YamlMember &member : node.members()) {
        if (!isLanguage(member.key))
            fail(Error(QStringLiteral("checklist.language"),
                       QT_TRANSLATE_NOOP("Slipway::Error",
                                         "'%1' is no language. Write one such as en or pt_BR."),
                       {member.key.left(100)}),
                 member.place);
        texts.insert(member.key, text(member.value));
    }
    if (texts.isEmpty())
        fail(expected("A text, or texts by language such as {en: …, pt_BR: …},"), node.place());
    return LocalizedText(texts);
}

bool NodeReader::flag(const YamlNode &node)
{
    const Value value = node.isScalar() ? node.value() : Value();
    if (value.kind() != Value::Kind::Flag)
        fail(expected("true or false"), node.place());
    return value.flag();
}

int NodeReader::number(const YamlNode &node, int least, int most)
{
    const Value value = node.isScalar() ? node.value() : Value();
    if (value.kind() == Value::Kind::Number && value.number() >= least && value.number() <= most)
        return int(value.number());
    fail(
        Error(QStringLiteral("checklist.number"),
              QT_TRANSLATE_NOOP("Slipway::Error", "A whole number from %1 to %2 is expected here."),
              {QString::number(least), QString::number(most)}),
        node.place());
    return least;
}

int NodeReader::choice(const YamlNode &node, const QStringList &names)
{
    const QString name = text(node);
    const qsizetype index = names.indexOf(name);
    const bool isText = node.isScalar() && !node.isNull();
    if (index >= 0 || !isText)
        return int(index);
    const QString near = nearest(name, names);
    if (near.isEmpty())
        fail(Error(QStringLiteral("checklist.choice"),
                   QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is none of: %2."),
                   {name.left(100), names.join(QLatin1String(", "))}),
             node.place());
    else
        fail(Error(QStringLiteral("checklist.choice"),
                   QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is none of: %2; did you mean '%3'?"),
                   {name.left(100), names.join(QLatin1String(", ")), near}),
             node.place());
    return -1;
}

QStringList NodeReader::texts(const YamlNode &node)
{
    if (!node.isList())
        return {text(node)};
    QStringList texts;
    for (const YamlNode &element : node.elements())
        texts.append(text(element));
    return texts;
}

bool NodeReader::checkKey(const YamlMember &member)
{
    const QString &key = member.key;
    // Values go to the journal, whose keys are ASCII; "$" marks the journal's own.
    const bool isFit = !key.isEmpty() && !key.startsWith(u'$') &&
                       std::all_of(key.cbegin(), key.cend(), [](QChar c) {
                           return c.unicode() >= 0x20 && c.unicode() < 0x7f;
                       });
    if (!isFit)
        fail(Error(QStringLiteral("checklist.value-key"),
                   QT_TRANSLATE_NOOP("Slipway::Error",
                                     "The key '%1' has to be in ASCII and may not begin with "
                                     "'$'."),
                   {key.left(100)}),
             member.place);
    return isFit;
}

Template NodeReader::templated(const YamlNode &node)
{
    if (node.isMap())
        return Template::map(templates(node), node.place());
    if (node.isList()) {
        QList<Template> elements;
        for (const YamlNode &element : node.elements())
            elements.append(templated(element));
        return Template::list(elements, node.place());
    }
    const Value value = node.value();
    if (!value.isText())
        return Template::literal(value, node.place());
    auto parsed = Template::parse(value.text(), node.textPlace());
    if (parsed && parsed->parts().isEmpty())
        return Template::literal(literalText(value.text()), node.textPlace());
    if (parsed)
        return inGroup(*parsed);
    m_errors.append(parsed.error());
    return Template::literal(Value(QString()), node.place());
}

QMap<QString, Template> NodeReader::templates(const YamlNode &node)
{
    QMap<QString, Template> members;
    if (!node.isMap()) {
        fail(expected("A map of names and values"), node.place());
        return members;
    }
    for (const YamlMember &member : node.members()) {
        if (checkKey(member))
            members.insert(member.key, templated(member.value));
    }
    return members;
}

Value NodeReader::constant(const YamlNode &node)
{
    const qsizetype before = m_errors.size();
    const Template made = templated(node);
    const std::optional<Value> value = made.constant();
    if (!value && m_errors.size() == before)
        fail(Error(QStringLiteral("checklist.not-constant"),
                   QT_TRANSLATE_NOOP("Slipway::Error",
                                     "No ${{ }} may stand here: the value is needed before the "
                                     "run starts. Write it out.")),
             node.place());
    return value.value_or(Value());
}

std::optional<Expression> NodeReader::condition(const YamlNode &node)
{
    const QString whole = text(node);
    if (whole.isEmpty())
        return {};
    const auto [inner, offset] = unwrapped(whole);
    auto expression = Expression::parse(inner, placeWithin(whole, offset, node.textPlace()));
    if (expression)
        return inGroup(*expression);
    m_errors.append(expression.error());
    return {};
}

/// As it reads in the whole checklist.
template <typename T>
T NodeReader::inGroup(const T &read)
{
    if (!m_names || (!m_names->isGroup && m_names->groups.isEmpty()))
        return read;
    GroupRewriter rewriter(*m_names);
    const T rewritten = rewriter.rewritten(read);
    m_errors += rewriter.problems();
    return rewritten;
}

LocalizedText NodeReader::spoken(const YamlNode &node)
{
    QMap<QString, QString> texts = localized(node).byLanguage();
    for (QString &text : texts) {
        // What is wrong with an expression is said when the whole checklist is looked at.
        const auto parsed = Template::parse(text, node.place());
        if (!parsed || parsed->parts().isEmpty())
            continue;
        QString named;
        for (const Template::Part &part : parsed->parts())
            named +=
                part.expression
                    ? QStringLiteral("${{ %1 }}").arg(sourceOf(inGroup(*part.expression).root()))
                    : part.literal;
        text = named;
    }
    return LocalizedText(texts);
}

/// Evidence is named by a text, also that of a step of the same group.
Value NodeReader::literalText(const QString &text) const
{
    const auto evidence = m_names && m_names->isGroup ? evidenceName(text) : std::nullopt;
    return Value(evidence ? QStringLiteral("steps.%1.evidence.%2")
                                .arg(m_names->prefix + evidence->step, evidence->name)
                          : text);
}

const std::vector<YamlNode> &NodeReader::elements(const YamlNode &node, const char *what)
{
    if (!node.isList() || node.elements().empty())
        fail(expected(what), node.place());
    return node.elements();
}

} // namespace Slipway
