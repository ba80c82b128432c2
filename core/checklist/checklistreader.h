// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/checklist/nodereader.h"

#include <QSet>

namespace Slipway {

/// Makes a checklist from its YAML tree. Every key of the language is one line in one of its
/// tables. Used once.
class ChecklistReader final
{
public:
    Checklist read(const YamlNode &root);
    const QList<Error> &errors() const { return m_reader.errors(); }

private:
    void readVersion(const YamlNode &node);
    void readInputs(const YamlNode &node);
    void readInput(const YamlMember &member);
    void readType(InputSpec &input, const YamlNode &node);
    void readElement(InputSpec &input, const YamlNode &node);
    void readPattern(InputSpec &input, const YamlNode &node);
    void checkInput(const InputSpec &input, const YamlNode &node);
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
    void fillNeeds(StepSpec &step, const StageSpec &stage) const;

    NodeReader m_reader;
    Checklist m_checklist;
    QSet<QString> m_stepIds;
};

} // namespace Slipway
