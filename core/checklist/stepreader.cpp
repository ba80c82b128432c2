// SPDX-License-Identifier: MIT
#include "core/checklist/checklistreader.h"

#include "core/base/canonicaljson.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

QList<NodeReader::Key> ChecklistReader::stepKeys(StepSpec &step)
{
    static const QStringList modes{QStringLiteral("auto"), QStringLiteral("confirm"),
                                   QStringLiteral("manual")};
    static const QStringList agains{QStringLiteral("ask"), QStringLiteral("safe")};
    static const QStringList failures{QStringLiteral("fail"), QStringLiteral("warn")};
    return {
        {"id", [&](const YamlNode &node) { step.id = m_reader.identifier(node); }, true},
        {"title", [&](const YamlNode &node) { step.title = readTitle(step, node); }},
        // Filled in when it is shown: it may speak of what the run knows by then.
        {"help", [&](const YamlNode &node) { step.help = m_reader.spoken(node); }},
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
        {"on-failure",
         [&](const YamlNode &node) {
             step.onFailure = static_cast<OnFailure>(std::max(0, m_reader.choice(node, failures)));
         }},
        {"probe", [&](const YamlNode &node) { readProbe(step, node); }},
        {"undo", [&](const YamlNode &node) { readUndo(step, node); }},
        {"env", [&](const YamlNode &node) { readEnvironment(step, node); }},
        {"retry", [&](const YamlNode &node) { readRetry(step, node); }},
        {"poll", [&](const YamlNode &node) { readPoll(step, node); }},
        {"parallel",
         [&](const YamlNode &node) { step.parallel = m_reader.number(node, 1, mostParallel); }},
    };
}

void ChecklistReader::readStep(StageSpec &stage, const YamlNode &node)
{
    if (node.isMap() && node.member(QStringLiteral("include"))) {
        readInclude(stage, node);
        return;
    }
    StepSpec step;
    step.stage = stage.name;
    step.place = node.place();
    if (!m_reader.readKeys(node, "A step", stepKeys(step)))
        return;
    for (const YamlMember &member : node.members())
        step.keyPlaces.insert(member.key, member.value.place());
    settleAtOnce(step);
    step.id = m_level.names.prefix + step.id;
    if (step.title.isEmpty())
        step.title = LocalizedText(step.id);
    step.condition = joined(m_level.condition, step.condition);
    step.form = formOfStep(node);
    fillNeeds(step);
    checkUnique(step.id, step.placeOf(QStringLiteral("id")));
    stage.steps.append(step.id);
    m_level.lastSteps = {step.id};
    m_checklist.steps.append(step);
}

/// Texts for people do not make it another step.
QString ChecklistReader::formOfStep(const YamlNode &node) const
{
    QJsonObject form = formOf(node).toObject();
    form.remove(QStringLiteral("title"));
    form.remove(QStringLiteral("help"));
    return sha256Hex(m_level.form + canonicalJson(form).valueOr({}));
}

void ChecklistReader::fillNeeds(StepSpec &step) const
{
    const bool saysNothing = !step.keyPlaces.contains(QStringLiteral("needs"));
    if (saysNothing && !m_level.lastSteps.isEmpty()) {
        step.needs = m_level.lastSteps;
        step.needsStagesBefore = m_level.needsStagesBefore;
    } else if (saysNothing || step.needs.isEmpty()) {
        step.needs = m_level.entry;
        step.needsStagesBefore = m_level.needsStagesBefore;
    } else {
        step.needs = stepIds(step.needs);
        step.needsStagesBefore = false;
    }
}

void ChecklistReader::readForeach(StepSpec &step, const YamlNode &node)
{
    const Template made = m_reader.templated(node);
    const QMap<QString, Template> lists = made.members();
    const bool isMatrix =
        !lists.isEmpty() && std::all_of(lists.cbegin(), lists.cend(), [](const Template &list) {
            return list.isExpression() || list.shape() == Value::Kind::List;
        });
    if (made.isExpression() || made.shape() == Value::Kind::List || isMatrix)
        step.foreachOf = made;
    else
        m_reader.fail(Error(QStringLiteral("checklist.foreach"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "'foreach' takes a list, or one ${{ }} that gives a "
                                              "list, such as ${{ inputs.repositories }}, or a map "
                                              "of such lists: then each combination.")),
                      node.place());
}

void ChecklistReader::readTimeout(StepSpec &step, const YamlNode &node)
{
    if (isForLater(step, QStringLiteral("timeout"), node))
        return;
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
