// SPDX-License-Identifier: MIT
#include "core/checklist/checklistreader.h"

#include "core/base/canonicaljson.h"
#include "core/yaml/yamlreader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Slipway {

namespace {

// The whole plan is worked through after each event; a list that a person follows is short.
constexpr qsizetype mostSteps = 1000;

} // namespace

QJsonValue formOf(const YamlNode &node)
{
    if (node.isScalar())
        return node.isQuoted() ? QJsonValue(node.text()) : node.value().toJson();
    if (node.isList()) {
        QJsonArray list;
        for (const YamlNode &element : node.elements())
            list.append(formOf(element));
        return list;
    }
    QJsonObject map;
    for (const YamlMember &member : node.members())
        map.insert(member.key, formOf(member.value));
    return map;
}

ChecklistReader::ChecklistReader(QString file, IncludeSource include)
    : m_file(std::move(file)), m_include(std::move(include))
{
    m_reader.setNames(&m_level.names);
}

Checklist ChecklistReader::read(const YamlNode &root)
{
    Checklist &list = m_checklist;
    m_reader.readKeys(
        root, "A checklist",
        {{"slipway", [&](const YamlNode &node) { readVersion(node); }, true},
         {"name", [&](const YamlNode &node) { list.name = m_reader.identifier(node); }, true},
         {"title", [&](const YamlNode &node) { list.title = m_reader.localized(node); }},
         {"help", [&](const YamlNode &node) { list.help = m_reader.localized(node); }},
         {"inputs", [&](const YamlNode &node) { readInputs(node); }},
         {"parallel",
          [&](const YamlNode &node) { list.parallel = m_reader.number(node, 1, mostParallel); }},
         {"stages", [&](const YamlNode &node) { readStages(node); }, true},
         {"follow-up", [&](const YamlNode &node) {
              for (const YamlNode &one : m_reader.elements(node, "A list of checklists"))
                  readFollowUp(one);
          }}});
    if (list.title.isEmpty())
        list.title = LocalizedText(list.name);
    return m_checklist;
}

void ChecklistReader::readVersion(const YamlNode &node)
{
    if (!node.isScalar() || !(node.value() == Value(1)))
        m_reader.fail(Error(QStringLiteral("checklist.version"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "This Slipway reads version 1 of the language. Write "
                                              "\"slipway: 1\", or use a newer Slipway.")),
                      node.place());
}

void ChecklistReader::readFollowUp(const YamlNode &node)
{
    FollowUpSpec followUp;
    followUp.place = node.place();
    m_reader.readKeys(
        node, "What may follow",
        {{"checklist", [&](const YamlNode &value) { followUp.checklist = m_reader.text(value); },
          true},
         {"title", [&](const YamlNode &value) { followUp.title = m_reader.localized(value); },
          true},
         {"help", [&](const YamlNode &value) { followUp.help = m_reader.localized(value); }},
         {"if", [&](const YamlNode &value) { followUp.condition = m_reader.condition(value); }},
         {"with", [&](const YamlNode &value) { followUp.with = m_reader.templates(value); }}});
    m_checklist.followUps.append(followUp);
}

void ChecklistReader::readStages(const YamlNode &node)
{
    for (const YamlNode &stage : m_reader.elements(node, "A list of stages"))
        readStage(stage);
}

void ChecklistReader::readStage(const YamlNode &node)
{
    StageSpec stage;
    const YamlNode *name = node.member(QStringLiteral("name"));
    // The steps say to which stage they belong, wherever `name` stands.
    if (name)
        stage.name = m_reader.identifier(*name);
    if (!stage.name.isEmpty() && m_checklist.stage(stage.name))
        m_reader.fail(Error(QStringLiteral("checklist.duplicate-stage"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "A stage before this one is called '%1' too. Give it "
                                              "another name."),
                            {stage.name}),
                      name->place());
    m_reader.readKeys(
        node, "A stage",
        {{"name", [](const YamlNode &) {}, true},
         {"title", [&](const YamlNode &value) { stage.title = m_reader.localized(value); }},
         {"steps", [&](const YamlNode &value) { readSteps(stage, value); }, true}});
    if (stage.title.isEmpty())
        stage.title = LocalizedText(stage.name);
    m_checklist.stages.append(stage);
}

void ChecklistReader::readSteps(StageSpec &stage, const YamlNode &node)
{
    m_level.lastSteps.clear();
    for (const YamlNode &step : m_reader.elements(node, "A list of steps")) {
        if (m_checklist.steps.size() >= mostSteps) {
            m_reader.fail(Error(QStringLiteral("checklist.too-many-steps"),
                                QT_TRANSLATE_NOOP("Slipway::Error",
                                                  "A checklist has at most %1 steps. Split it."),
                                {QString::number(mostSteps)}),
                          step.place());
            return;
        }
        readStep(stage, step);
    }
}

ReadChecklist readChecklist(const QByteArray &bytes, const QString &file,
                            const IncludeSource &include)
{
    auto root = readYaml(bytes, file);
    if (!root)
        return {{}, {root.error()}};
    ChecklistReader reader(file, include);
    Checklist checklist = reader.read(*root);
    if (!reader.errors().isEmpty())
        return {{}, reader.errors()};
    checklist.file = file;
    checklist.digest = sha256Hex(bytes);
    return {checklist, {}};
}

} // namespace Slipway
