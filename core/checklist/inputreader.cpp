// SPDX-License-Identifier: MIT
#include "core/checklist/checklistreader.h"

#include <QRegularExpression>
#include <utility>

namespace Slipway {

namespace {

/// The types that an input may have; `any` is for parameters of kinds.
QStringList inputTypes()
{
    QStringList names;
    for (int i = 0; i < int(Type::Any); ++i)
        names.append(typeName(static_cast<Type>(i)));
    return names;
}

} // namespace

void ChecklistReader::readInputs(const YamlNode &node)
{
    if (node.isNull())
        return;
    if (!node.isMap()) {
        m_reader.fail(Error(QStringLiteral("checklist.inputs"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "The inputs have to be a map of names, such as "
                                              "\"branch: {type: git-branch}\".")),
                      node.place());
        return;
    }
    for (const YamlMember &member : node.members())
        readInput(member);
}

/// The parameters of a group are written as inputs are.
QList<InputSpec> ChecklistReader::readSpecs(const YamlNode &node)
{
    const QList<InputSpec> inputs = std::exchange(m_checklist.inputs, {});
    readInputs(node);
    return std::exchange(m_checklist.inputs, inputs);
}

void ChecklistReader::readInput(const YamlMember &member)
{
    InputSpec input;
    input.place = member.place;
    input.name =
        m_reader.identifier(YamlNode::scalar(member.key, true, member.place, member.place));
    m_reader.readKeys(
        member.value, "An input",
        {{"type", [&](const YamlNode &node) { readType(input, node); }},
         {"of", [&](const YamlNode &node) { readElement(input, node); }},
         {"title", [&](const YamlNode &node) { input.title = m_reader.localized(node); }},
         {"help", [&](const YamlNode &node) { input.help = m_reader.localized(node); }},
         {"default", [&](const YamlNode &node) { input.defaultValue = m_reader.constant(node); }},
         {"required", [&](const YamlNode &node) { input.isRequired = m_reader.flag(node); }},
         {"choices", [&](const YamlNode &node) { input.type.choices = m_reader.texts(node); }},
         {"allow-dash",
          [&](const YamlNode &node) { input.type.mayStartWithDash = m_reader.flag(node); }},
         {"pattern", [&](const YamlNode &node) { readPattern(input, node); }},
         {"pattern-help",
          [&](const YamlNode &node) { input.patternHelp = m_reader.localized(node); }}});
    if (input.defaultValue && input.defaultValue->isNull())
        input.defaultValue.reset();
    if (input.title.isEmpty())
        input.title = LocalizedText(input.name);
    checkInput(input, member.value);
    m_checklist.inputs.append(input);
}

void ChecklistReader::readType(InputSpec &input, const YamlNode &node)
{
    const QStringList names = inputTypes();
    const int index = m_reader.choice(node, names);
    if (index >= 0)
        input.type.type = *typeNamed(names[index]);
}

void ChecklistReader::readElement(InputSpec &input, const YamlNode &node)
{
    QStringList names = inputTypes();
    names.removeAll(typeName(Type::List));
    names.removeAll(typeName(Type::Secret));
    const int index = m_reader.choice(node, names);
    if (index >= 0)
        input.type.element = *typeNamed(names[index]);
}

void ChecklistReader::readPattern(InputSpec &input, const YamlNode &node)
{
    input.pattern = m_reader.text(node);
    const QRegularExpression pattern(input.pattern);
    if (!pattern.isValid())
        m_reader.fail(
            Error(QStringLiteral("checklist.pattern"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "This is no regular expression: %1."),
                  {pattern.errorString()}),
            node.place());
}

void ChecklistReader::checkInput(const InputSpec &input, const YamlNode &node)
{
    const bool isList = input.type.type == Type::List;
    const bool isChoice = (isList ? input.type.element : input.type.type) == Type::Choice;
    if (isChoice && input.type.choices.isEmpty())
        m_reader.fail(Error(QStringLiteral("checklist.no-choices"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "An input of type choice needs the key 'choices', "
                                              "such as \"choices: [a, b]\".")),
                      input.place);
    if (const YamlNode *choices = node.member(QStringLiteral("choices")); choices && !isChoice)
        m_reader.fail(Error(QStringLiteral("checklist.choices-without-choice"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "Only an input of type choice has 'choices'. Write "
                                              "\"type: choice\".")),
                      choices->place());
    if (input.type.type == Type::Secret && (input.defaultValue || !input.pattern.isEmpty()))
        m_reader.fail(Error(QStringLiteral("checklist.secret-with-value"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "A secret has neither 'default' nor 'pattern': "
                                              "nothing about its value stands in a checklist.")),
                      input.place);
    const Type ofText = isList ? input.type.element : input.type.type;
    if (const YamlNode *dash = node.member(QStringLiteral("allow-dash"));
        dash && ofText != Type::Text)
        m_reader.fail(Error(QStringLiteral("checklist.dash-without-text"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "Only an input of type text, or a list of them, may "
                                              "begin with '-'. Leave 'allow-dash' out.")),
                      dash->place());
    if (const YamlNode *of = node.member(QStringLiteral("of")); of && !isList)
        m_reader.fail(Error(QStringLiteral("checklist.of-without-list"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "Only an input of type list has 'of'. Write \"type: "
                                              "list\".")),
                      of->place());
}

} // namespace Slipway
