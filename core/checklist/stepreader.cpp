// SPDX-License-Identifier: MIT
#include "core/checklist/checklistreader.h"

#include <QRegularExpression>

namespace Slipway {

QList<NodeReader::Key> ChecklistReader::stepKeys(StepSpec &step)
{
    static const QStringList modes{QStringLiteral("auto"), QStringLiteral("confirm"),
                                   QStringLiteral("manual")};
    static const QStringList agains{QStringLiteral("ask"), QStringLiteral("safe")};
    return {
        {"id", [&](const YamlNode &node) { step.id = m_reader.identifier(node); }, true},
        {"title", [&](const YamlNode &node) { step.title = m_reader.localized(node); }},
        {"help", [&](const YamlNode &node) { step.help = m_reader.localized(node); }},
        {"uses", [&](const YamlNode &node) { step.uses = m_reader.text(node); }, true},
        {"with", [&](const YamlNode &node) { step.with = m_reader.templates(node); }},
        {"needs", [&](const YamlNode &node) { step.needs = m_reader.texts(node); }},
        {"if", [&](const YamlNode &node) { step.condition = m_reader.condition(node); }},
        {"foreach", [&](const YamlNode &node) { readForeach(step, node); }},
        {"timeout", [&](const YamlNode &node) { readTimeout(step, node); }},
        {"mode",
         [&](const YamlNode &node) {
             step.mode = static_cast<Mode>(std::max(0, m_reader.choice(node, modes)));
         }},
        {"again",
         [&](const YamlNode &node) {
             step.again = static_cast<Again>(std::max(0, m_reader.choice(node, agains)));
         }},
        {"probe", [&](const YamlNode &node) { readProbe(step, node); }},
        {"undo", [&](const YamlNode &node) { readUndo(step, node); }},
        {"env", [&](const YamlNode &node) { readEnvironment(step, node); }},
    };
}

void ChecklistReader::readStep(StageSpec &stage, const YamlNode &node)
{
    StepSpec step;
    step.stage = stage.name;
    step.place = node.place();
    if (!m_reader.readKeys(node, "A step", stepKeys(step)))
        return;
    for (const YamlMember &member : node.members())
        step.keyPlaces.insert(member.key, member.value.place());
    if (step.title.isEmpty())
        step.title = LocalizedText(step.id);
    fillNeeds(step, stage);
    if (m_stepIds.contains(step.id) && !step.id.isEmpty())
        m_reader.fail(Error(QStringLiteral("checklist.duplicate-step"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "A step before this one has the id '%1' too. Ids are "
                                              "unique in the whole checklist."),
                            {step.id}),
                      step.placeOf(QStringLiteral("id")));
    m_stepIds.insert(step.id);
    stage.steps.append(step.id);
    m_checklist.steps.append(step);
}

void ChecklistReader::fillNeeds(StepSpec &step, const StageSpec &stage) const
{
    if (step.keyPlaces.contains(QStringLiteral("needs")))
        step.needsStagesBefore = step.needs.isEmpty();
    else if (!stage.steps.isEmpty())
        step.needs = {stage.steps.last()};
}

void ChecklistReader::readForeach(StepSpec &step, const YamlNode &node)
{
    const Template made = m_reader.templated(node);
    if (made.isExpression() || made.shape() == Value::Kind::List)
        step.foreachOf = made;
    else
        m_reader.fail(Error(QStringLiteral("checklist.foreach"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "'foreach' takes a list, or one ${{ }} that gives a "
                                              "list, such as ${{ inputs.repositories }}.")),
                      node.place());
}

void ChecklistReader::readTimeout(StepSpec &step, const YamlNode &node)
{
    const auto duration = durationMs(m_reader.text(node));
    if (duration)
        step.timeoutMs = *duration;
    else
        m_reader.fail(duration.error(), node.place());
}

void ChecklistReader::readProbe(StepSpec &step, const YamlNode &node)
{
    Template run;
    const bool isMap = m_reader.readKeys(
        node, "A probe",
        {{"run", [&](const YamlNode &value) { run = m_reader.templated(value); }, true}});
    if (isMap && !run.isNull() && run.shape() != Value::Kind::List && !run.isExpression())
        m_reader.fail(Error(QStringLiteral("checklist.probe"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "'run' of a probe takes a list of texts, such as "
                                              "[./is-it-done.sh].")),
                      run.place());
    step.probe = Template::map({{QStringLiteral("run"), run}}, node.place());
}

void ChecklistReader::readUndo(StepSpec &step, const YamlNode &node)
{
    UndoSpec undo;
    const bool isMap = m_reader.readKeys(
        node, "'undo'",
        {{"uses",
          [&](const YamlNode &value) {
              undo.uses = m_reader.text(value);
              undo.place = value.place();
          },
          true},
         {"with", [&](const YamlNode &value) { undo.with = m_reader.templates(value); }}});
    if (isMap)
        step.undo = undo;
}

void ChecklistReader::readEnvironment(StepSpec &step, const YamlNode &node)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    step.environment = m_reader.templates(node);
    if (!node.isMap())
        return;
    for (const YamlMember &member : node.members()) {
        if (!form.match(member.key).hasMatch())
            m_reader.fail(Error(QStringLiteral("checklist.env"),
                                QT_TRANSLATE_NOOP("Slipway::Error",
                                                  "'%1' is no name for an environment variable. "
                                                  "Use letters, digits and '_'."),
                                {member.key.left(100)}),
                          member.place);
    }
}

} // namespace Slipway
