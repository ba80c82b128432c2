// SPDX-License-Identifier: MIT
// What `retry`, `poll` and `parallel` of a step need to make sense.
#include "core/checklist/capture.h"
#include "core/checklist/linter.h"

namespace Slipway {

namespace {

/// The step says itself that its work may be repeated, or what tells whether it was done.
bool saysWhetherAgain(const StepSpec &step)
{
    const auto again = step.with.constFind(QStringLiteral("again"));
    const bool isSafe = again == step.with.cend()
                            ? step.again == Again::Safe
                            : again->constant() == Value(QStringLiteral("safe"));
    const auto reads = step.with.constFind(QStringLiteral("reads"));
    const bool onlyReads = reads != step.with.cend() && reads->constant() == Value(true);
    return isSafe || onlyReads || !step.probe.isNull() ||
           step.with.contains(QStringLiteral("probe"));
}

QStringList namesOf(const QList<OutputSpec> &outputs)
{
    QStringList names;
    for (const OutputSpec &output : outputs)
        names.append(output.name);
    return names;
}

} // namespace

void Linter::checkRetry(const StepSpec &step, const KindSpec &kind)
{
    const Place place = step.placeOf(QStringLiteral("retry"));
    if (kind.doer != Doer::Machine || step.mode == Mode::Manual) {
        error(Error(QStringLiteral("lint.retry-by-people"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' is done by people, and 'retry' is for what Slipway "
                                      "does. Leave it out."),
                    {step.id}),
              place);
        return;
    }
    // A question changes nothing; other kinds know themselves whether something was done.
    const bool knowsItself = step.poll || !kind.parameter(QStringLiteral("again"));
    if (!knowsItself && !saysWhetherAgain(step))
        error(Error(QStringLiteral("lint.retry-unsafe"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "Nobody knows what '%1' had done when it failed, so it is "
                                      "not tried again by itself. Say 'again: safe' if it may be "
                                      "repeated, or give it a 'probe' that tells whether it was "
                                      "done."),
                    {step.id}),
              place);
}

void Linter::checkPoll(const StepSpec &step, const KindSpec &kind)
{
    const Place place = step.placeOf(QStringLiteral("poll"));
    if (!kind.canBePolled || step.mode == Mode::Manual)
        error(Error(QStringLiteral("lint.poll-kind"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "Only a step that asks something and changes nothing can "
                                      "have a 'poll'; '%1' (%2) cannot. These kinds can, where "
                                      "their mode is not manual: %3."),
                    {step.id, kind.name, kindsToPoll().join(QLatin1String(", "))}),
              place);
    if (step.timeoutMs == 0 && !step.unsettled.contains(QStringLiteral("timeout")))
        error(Error(QStringLiteral("lint.poll-endless"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' would ask for ever. Say with 'timeout' for how long, "
                                      "such as 'timeout: 15m'."),
                    {step.id}),
              place);
    checkAnswer(step, kind, step.poll->until);
    if (step.poll->fails)
        checkAnswer(step, kind, *step.poll->fails);
}

QStringList Linter::kindsToPoll() const
{
    QStringList names;
    for (const KindSpec &kind : m_catalogue) {
        if (kind.canBePolled)
            names.append(kind.name);
    }
    return names;
}

/// An expression about the outputs of the last answer.
void Linter::checkAnswer(const StepSpec &step, const KindSpec &kind, const Expression &expression)
{
    QList<Expression::Reference> others;
    const QList<Expression::Reference> references = expression.references();
    for (const Expression::Reference &reference : references) {
        if (reference.path.first() != QLatin1String("outputs"))
            others.append(reference);
        else if (reference.path.size() > 1)
            checkOutputName(step, kind, reference.path[1], reference.place);
    }
    checkReferences(step, others, step.foreachOf.has_value());
}

QStringList outputNames(const StepSpec &step, const KindSpec &kind)
{
    QStringList names = namesOf(kind.outputs);
    const auto declared = step.with.constFind(kind.outputsIn);
    if (!kind.outputsIn.isEmpty() && declared != step.with.cend())
        names += declared->members().keys();
    return names;
}

void Linter::checkOutputName(const StepSpec &step, const KindSpec &kind, const QString &name,
                             const Place &place)
{
    const QStringList known = outputNames(step, kind);
    if (!known.contains(name))
        error(unknownName(
                  "lint.output",
                  QT_TRANSLATE_NOOP("Slipway::Error", "The step '%1' (%2) has no output '%3'."),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "The step '%1' (%2) has no output '%3'; did you mean "
                                    "'%4'?"),
                  {step.id, kind.name, name}, nearest(name, known)),
              place);
}

/// Outputs that the step declares itself: a name of their own, and where the value stands.
void Linter::checkTakenOutputs(const StepSpec &step, const KindSpec &kind)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z][a-z0-9_-]{0,63}\\z"));
    const auto declared = step.with.constFind(kind.outputsIn);
    if (kind.outputsIn.isEmpty() || declared == step.with.cend())
        return;
    const QMap<QString, Template> members = declared->members();
    for (auto it = members.cbegin(); it != members.cend(); ++it) {
        const auto constant = it->constant();
        if (!form.match(it.key()).hasMatch() || kind.output(it.key()))
            error(Error(QStringLiteral("lint.output-name"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "'%1' cannot be the name of a further output. Use a-z, "
                                          "0-9, '-' and '_', and none of: %2."),
                        {it.key().left(100), namesOf(kind.outputs).join(QLatin1String(", "))}),
                  it->place());
        else if (!constant)
            error(Error(QStringLiteral("lint.capture-expression"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "Where '%1' stands in the output is fixed when the "
                                          "checklist is written: no ${{ }} here."),
                        {it.key()}),
                  it->place());
        else if (const auto capture = Capture::read(it.key(), *constant); !capture)
            error(capture.error(), it->place());
    }
}

void Linter::checkOnFailure(const StepSpec &step, const KindSpec &kind)
{
    if (step.onFailure == OnFailure::Warn && kind.doer != Doer::Machine)
        error(Error(QStringLiteral("lint.warn-by-people"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' is done by people, and what they say is no warning. "
                                      "Leave 'on-failure' out."),
                    {step.id}),
              step.placeOf(QStringLiteral("on-failure")));
}

void Linter::checkParallel(const StepSpec &step)
{
    if (step.parallel > 0 && !step.foreachOf)
        error(Error(QStringLiteral("lint.parallel"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'parallel' of a step says how many instances of its "
                                      "'foreach' run at a time, and '%1' has none."),
                    {step.id}),
              step.placeOf(QStringLiteral("parallel")));
}

} // namespace Slipway
