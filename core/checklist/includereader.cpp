// SPDX-License-Identifier: MIT
// Steps of other files: a group takes its place in the checklist while it is read, and from then
// on there is no difference between its steps and others but the dot in their ids.
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/checklist/checklistreader.h"
#include "core/checklist/lint.h"
#include "core/yaml/yamlreader.h"

#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype deepestInclude = 8;
constexpr qint64 largestInclude = 1024 * 1024;
constexpr qint64 largestIncludes = 8 * largestInclude; // all together

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash + 1);
}

Error outside(const QString &path)
{
    return {QStringLiteral("include.outside"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 does not lie below the folder of the checklist. What it includes "
                              "has to come with it."),
            {path}};
}

/// From disk. A link that leads out of the folder of the checklist is not followed.
Result<QByteArray> readBelow(const QString &checklistFile, const QString &path)
{
    const QFileInfo root(QFileInfo(checklistFile).absolutePath());
    const QFileInfo file(root.absoluteFilePath() + u'/' + path);
    if (!file.exists())
        return Error(QStringLiteral("include.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no file %1. Paths are relative to the file that "
                                       "includes."),
                     {file.absoluteFilePath()});
    if (!file.canonicalFilePath().startsWith(root.canonicalFilePath() + u'/'))
        return outside(path);
    return readFile(file.canonicalFilePath(), largestInclude);
}

} // namespace

/// An item of a list of steps that is no step but a group of them.
void ChecklistReader::readInclude(StageSpec &stage, const YamlNode &node)
{
    Include include;
    include.place = node.place();
    const bool isMap = m_reader.readKeys(
        node, "An include",
        {{"include", [&](const YamlNode &value) { include.path = includePath(value); }, true},
         {"id", [&](const YamlNode &value) { include.id = m_reader.identifier(value); }, true},
         {"with", [&](const YamlNode &value) { include.with = m_reader.templates(value); }},
         {"needs",
          [&](const YamlNode &value) {
              include.needs = stepIds(m_reader.texts(value));
              include.hasNeeds = true;
          }},
         {"if", [&](const YamlNode &value) { include.condition = m_reader.condition(value); }}});
    if (!isMap || include.path.isEmpty() || include.id.isEmpty())
        return;
    checkUnique(m_level.names.prefix + include.id, node.member(QStringLiteral("id"))->place());
    const auto document = includedDocument(include);
    if (!document)
        m_reader.fail(document.error(), document.error().place().isValid()
                                            ? document.error().place()
                                            : include.place);
    else
        readGroup(stage, include, *document, canonicalJson(formOf(node)).valueOr({}));
}

void ChecklistReader::checkUnique(const QString &id, const Place &place)
{
    if (m_stepIds.contains(id) && !id.isEmpty())
        m_reader.fail(Error(QStringLiteral("checklist.duplicate-step"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "A step before this one has the id '%1' too. Ids are "
                                              "unique in the whole checklist."),
                            {id}),
                      place);
    m_stepIds.insert(id);
}

/// Below the folder of the checklist, with /; empty after a problem.
QString ChecklistReader::includePath(const YamlNode &node)
{
    const QString path = m_reader.text(node);
    const auto fitting = conform(Value(path), {Type::Path, {}, Type::Text, false});
    if (fitting)
        return m_files.isEmpty() ? path : folderOf(m_files.last()) + path;
    m_reader.fail(fitting.error(), node.place());
    return {};
}

Result<YamlNode> ChecklistReader::includedDocument(const Include &include)
{
    if (m_files.contains(include.path))
        return Error(QStringLiteral("include.circle"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 includes itself: %2. Take one of the includes out."),
                     {include.path, (m_files + QStringList{include.path}).join(u" → ")});
    if (m_files.size() >= deepestInclude)
        return Error(QStringLiteral("include.deep"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Files include each other %1 deep at most. Put steps "
                                       "together."),
                     {QString::number(deepestInclude)});
    const auto known =
        std::find_if(m_checklist.includes.cbegin(), m_checklist.includes.cend(),
                     [&](const IncludedFile &file) { return file.path == include.path; });
    QByteArray bytes;
    if (known != m_checklist.includes.cend()) {
        bytes = known->bytes;
    } else {
        const auto read = m_include ? m_include(include.path) : readBelow(m_file, include.path);
        if (!read)
            return read.error();
        bytes = *read;
        qint64 whole = bytes.size();
        for (const IncludedFile &file : std::as_const(m_checklist.includes))
            whole += file.bytes.size();
        if (whole > largestIncludes)
            return Error(QStringLiteral("include.too-large"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "What a checklist includes has %1 bytes at most. Leave "
                                           "out what no step needs."),
                         {QString::number(largestIncludes)});
        m_checklist.includes.append({include.path, bytes, sha256Hex(bytes)});
    }
    const QString folder = QFileInfo(m_file).path();
    return readYaml(bytes, folder == u"." ? include.path : folder + u'/' + include.path);
}

/// How things stand inside a group, seen from where it is included.
ChecklistReader::Level ChecklistReader::levelOf(const Include &include,
                                                const QByteArray &form) const
{
    Level level;
    level.names.prefix = m_level.names.prefix + include.id + u'.';
    level.names.isGroup = true;
    level.entry = include.hasNeeds ? include.needs : m_level.lastSteps;
    level.needsStagesBefore =
        m_level.needsStagesBefore && (!include.hasNeeds || include.needs.isEmpty());
    if (level.entry.isEmpty())
        level.entry = m_level.entry;
    level.condition = joined(m_level.condition, include.condition);
    level.form = m_level.form + form;
    return level;
}

void ChecklistReader::readGroup(StageSpec &stage, const Include &include, const YamlNode &root,
                                const QByteArray &form)
{
    QList<InputSpec> parameters;
    const YamlNode *steps = nullptr;
    m_reader.readKeys(root, "A group of steps",
                      {{"slipway", [&](const YamlNode &node) { readVersion(node); }, true},
                       {"help", [&](const YamlNode &node) { m_reader.localized(node); }},
                       {"parameters", [&](const YamlNode &node) { parameters = readSpecs(node); }},
                       {"steps", [&](const YamlNode &node) { steps = &node; }, true}});
    Level level = levelOf(include, form + canonicalJson(formOf(root)).valueOr({}));
    level.names.parameters = givenParameters(include, parameters);
    if (!steps)
        return;
    const qsizetype first = m_checklist.steps.size();
    m_files.append(include.path);
    std::swap(m_level, level);
    readSteps(stage, *steps);
    std::swap(m_level, level); // now the one inside
    m_files.removeLast();
    QStringList all;
    for (qsizetype i = first; i < m_checklist.steps.size(); ++i)
        all.append(m_checklist.steps[i].id);
    m_level.names.groups.insert(include.id);
    for (const QString &group : std::as_const(level.names.groups))
        m_level.names.groups.insert(include.id + u'.' + group);
    m_groupSteps.insert(m_level.names.prefix + include.id, all);
    m_level.lastSteps = all;
}

/// Both have to hold, if there are both.
std::optional<Expression> ChecklistReader::joined(const std::optional<Expression> &outer,
                                                  const std::optional<Expression> &own)
{
    if (!outer || !own)
        return outer ? outer : own;
    return bothOf(*outer, *own);
}

/// What the parameters of a group stand for: what was given, or their defaults.
QMap<QString, Template> ChecklistReader::givenParameters(const Include &include,
                                                         const QList<InputSpec> &parameters)
{
    QMap<QString, Template> given;
    QStringList known;
    for (const InputSpec &parameter : parameters) {
        known.append(parameter.name);
        const auto value = include.with.constFind(parameter.name);
        if (value == include.with.cend()) {
            if (!parameter.defaultValue)
                m_reader.fail(Error(QStringLiteral("include.parameter-missing"),
                                    QT_TRANSLATE_NOOP("Slipway::Error",
                                                      "%1 needs the parameter '%2'. Write it below "
                                                      "'with'."),
                                    {include.path, parameter.name}),
                              include.place);
            given.insert(parameter.name, Template::literal(parameter.defaultValue.value_or(Value()),
                                                           parameter.place));
            continue;
        }
        given.insert(parameter.name, *value);
        const auto constant = value->constant();
        const auto fitting = constant ? conform(*constant, parameter.type) : Result<Value>(Value());
        if (!fitting)
            m_reader.fail(
                Error(QStringLiteral("include.parameter-value"),
                      QT_TRANSLATE_NOOP("Slipway::Error", "The parameter '%1' does not fit: %2"),
                      {parameter.name, fitting.error().message()}),
                value->place());
    }
    for (auto it = include.with.cbegin(); it != include.with.cend(); ++it) {
        if (!known.contains(it.key()))
            m_reader.fail(
                Error(
                    QStringLiteral("include.parameter-unknown"),
                    QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no parameter '%2'. It knows: %3."),
                    {include.path, it.key().left(100), known.join(QLatin1String(", "))}),
                it->place());
    }
    return given;
}

/// The ids, in the whole checklist, of steps as they are called here; a group stands for all of
/// its steps.
QStringList ChecklistReader::stepIds(const QStringList &names) const
{
    QStringList ids;
    for (const QString &name : names) {
        const auto group = m_groupSteps.constFind(m_level.names.prefix + name);
        if (group != m_groupSteps.cend())
            ids += *group;
        else
            ids.append(m_level.names.prefix + name);
    }
    return ids;
}

} // namespace Slipway
