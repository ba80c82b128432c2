// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/checklist/grouprewriter.h"
#include "core/checklist/nodereader.h"

#include <QSet>

namespace Slipway {

/// Makes a checklist from its YAML tree. Every key of the language is one line in one of its
/// tables. Used once.
class ChecklistReader final
{
public:
    /// file: of the checklist; include: where other files come from, empty: from beside it.
    ChecklistReader(QString file, IncludeSource include);

    Checklist read(const YamlNode &root);
    const QList<Error> &errors() const { return m_reader.errors(); }

private:
    /// One item of a list of steps that stands for the steps of another file.
    struct Include
    {
        QString path; ///< below the folder of the checklist
        QString id;
        QMap<QString, Template> with;
        QStringList needs; ///< ids in the whole checklist
        bool hasNeeds = false;
        std::optional<Expression> condition;
        Place place;
    };

    /// Where steps are read: in a stage, or in a group that was included there.
    struct Level
    {
        GroupNames names;
        QStringList entry; ///< what the first steps of the group need
        bool needsStagesBefore = true;
        std::optional<Expression> condition; ///< of the group
        QByteArray form;                     ///< of the group
        QStringList lastSteps; ///< the step or the group before; empty at the beginning
    };

    static constexpr int mostParallel = 64;

    void readVersion(const YamlNode &node);
    void readInputs(const YamlNode &node);
    void readInput(const YamlMember &member);
    void readType(InputSpec &input, const YamlNode &node);
    void readElement(InputSpec &input, const YamlNode &node);
    void readPattern(InputSpec &input, const YamlNode &node);
    void checkInput(const InputSpec &input, const YamlNode &node);
    void readFollowUp(const YamlNode &node);
    void readStages(const YamlNode &node);
    void readStage(const YamlNode &node);
    void readSteps(StageSpec &stage, const YamlNode &node);
    void readStep(StageSpec &stage, const YamlNode &node);
    QList<NodeReader::Key> stepKeys(StepSpec &step);
    void readForeach(StepSpec &step, const YamlNode &node);
    void readTimeout(StepSpec &step, const YamlNode &node);
    void readProbe(StepSpec &step, const YamlNode &node);
    void readUndo(StepSpec &step, const YamlNode &node);
    void readEnvironment(StepSpec &step, const YamlNode &node);
    void readRetry(StepSpec &step, const YamlNode &node);
    void readPoll(StepSpec &step, const YamlNode &node);
    bool isForLater(StepSpec &step, const QString &what, const YamlNode &node);
    void settleAtOnce(StepSpec &step);
    LocalizedText readTitle(StepSpec &step, const YamlNode &node);
    qint64 readDuration(const YamlNode &node, qint64 least, qint64 most);
    QString formOfStep(const YamlNode &node) const;
    void fillNeeds(StepSpec &step) const;
    void checkUnique(const QString &id, const Place &place);

    // includereader.cpp: groups of steps in other files
    void readInclude(StageSpec &stage, const YamlNode &node);
    QString includePath(const YamlNode &node);
    Result<YamlNode> includedDocument(const Include &include);
    Level levelOf(const Include &include, const QByteArray &form) const;
    void readGroup(StageSpec &stage, const Include &include, const YamlNode &root,
                   const QByteArray &form);
    QList<InputSpec> readSpecs(const YamlNode &node);
    QMap<QString, Template> givenParameters(const Include &include,
                                            const QList<InputSpec> &parameters);
    static std::optional<Expression> joined(const std::optional<Expression> &outer,
                                            const std::optional<Expression> &own);
    QStringList stepIds(const QStringList &names) const;

    const QString m_file;
    const IncludeSource m_include;
    Level m_level; // the reader keeps a pointer to its names
    NodeReader m_reader;
    Checklist m_checklist;
    QSet<QString> m_stepIds;
    QStringList m_files;                      ///< that are being included, outermost first
    QHash<QString, QStringList> m_groupSteps; ///< by id of the group
};

/// What is written in a node, whatever its style: the same form, the same meaning.
QJsonValue formOf(const YamlNode &node);

} // namespace Slipway
