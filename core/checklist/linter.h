// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/lint.h"

#include <QBitArray>
#include <QHash>
#include <QSet>

namespace Slipway {

/// Goes over a checklist once and keeps what it finds. Private to core/checklist; see lint().
class Linter final
{
public:
    Linter(const Checklist &checklist, const Catalogue &catalogue);

    QList<LintFinding> findings();

private:
    void error(const Error &problem, const Place &place);
    void warn(const Error &problem, const Place &place);

    // linter.cpp: inputs, texts, needs
    void checkInputs();
    void checkUnusedInputs();
    void checkLanguages();
    void checkLanguages(const LocalizedText &text, const QString &name, const Place &place);
    void checkNeeds(const StepSpec &step);
    void checkCircle();
    bool findCircle(const QString &id, QStringList &path, QSet<QString> &done);
    const QBitArray &allBefore(qsizetype index);
    bool isBefore(const QString &id, const StepSpec &step);
    void checkFollowUp(const FollowUpSpec &followUp);

    // steplinter.cpp: one step
    void checkStep(const StepSpec &step);
    void checkHelp(const StepSpec &step);
    void checkKind(const StepSpec &step);
    void checkUndo(const StepSpec &step);
    void checkLiteral(const StepSpec &step, const ParameterSpec &parameter, const Template &value);
    void checkUnsettled(const StepSpec &step);
    void checkParameters(const StepSpec &step, const KindSpec &kind);
    void checkValue(const Template &value, const TypeSpec &type, const QString &name);
    void checkEvidence(const StepSpec &step, const Template &evidence);
    void checkReferences(const StepSpec &step, const QList<Expression::Reference> &references,
                         bool hasItem);
    void checkReference(const StepSpec &step, const Expression::Reference &reference);
    void checkStepReference(const StepSpec &step, const Expression::Reference &reference);
    void checkInstanceReference(const StepSpec &other, const Expression::Reference &reference);
    void checkOutput(const StepSpec &other, const Expression::Reference &reference, qsizetype part);
    static Error unknownName(const char *code, const char *plain, const char *suggesting,
                             const QStringList &arguments, const QString &near);

    // retrylinter.cpp: tries, questions and instances of a step
    void checkRetry(const StepSpec &step, const KindSpec &kind);
    void checkPoll(const StepSpec &step, const KindSpec &kind);
    void checkAnswer(const StepSpec &step, const KindSpec &kind, const Expression &expression);
    void checkOutputName(const StepSpec &step, const KindSpec &kind, const QString &name,
                         const Place &place);
    void checkOnFailure(const StepSpec &step, const KindSpec &kind);
    void checkParallel(const StepSpec &step);
    QStringList kindsToPoll() const;
    void checkTakenOutputs(const StepSpec &step, const KindSpec &kind);
    const StepSpec *finishedBefore(const StepSpec &step, const QString &id, const Place &place);

    // secretlinter.cpp
    void checkSecrets(const StepSpec &step, const KindSpec &kind);
    void checkSecrets(const Template &value, SecretPlace place);
    void checkNoSecrets(const QList<Expression::Reference> &references);
    void checkSecretName(const Expression::Reference &reference);
    void misplacedSecret(const Expression::Reference &reference);
    void secretAsInput(const Expression::Reference &reference);

    const Checklist &m_checklist; // not owned; both outlive the linter
    const Catalogue &m_catalogue;
    QList<LintFinding> m_findings;
    QSet<QString> m_usedInputs;
    QSet<QString> m_languages; ///< that occur anywhere in the checklist
    QStringList m_stepIds;
    QHash<QString, qsizetype> m_index;    ///< step -> its number
    QHash<qsizetype, QBitArray> m_before; ///< step -> all that have ended before it
    bool m_hasCircle = false;
};

} // namespace Slipway
