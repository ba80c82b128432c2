// SPDX-License-Identifier: MIT
#include "core/checklist/linter.h"

namespace Slipway {

/// "; did you mean 'x'?" needs a sentence of its own, so that it can be translated.
Error Linter::unknownName(const char *code, const char *plain, const char *suggesting,
                          const QStringList &arguments, const QString &near)
{
    if (near.isEmpty())
        return Error(QLatin1String(code), plain, arguments);
    return Error(QLatin1String(code), suggesting, arguments + QStringList{near});
}

namespace {

Error noLanguage(const QString &name)
{
    return {
        QStringLiteral("lint.language-name"),
        QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is no language. Write one such as en or pt_BR."),
        {name.left(100)}};
}

QString dotted(const Expression::Reference &reference)
{
    return reference.path.join(u'.');
}

} // namespace

/// Of a step, or of its undo.
void Linter::checkKind(const StepSpec &step)
{
    const auto kind = m_catalogue.constFind(step.uses);
    if (kind == m_catalogue.cend()) {
        error(unknownName("lint.kind",
                          QT_TRANSLATE_NOOP("Slipway::Error", "There is no kind of step '%1'."),
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "There is no kind of step '%1'; did you mean '%2'?"),
                          {step.uses.left(100)}, nearest(step.uses, m_catalogue.keys())),
              step.placeOf(QStringLiteral("uses")));
    } else {
        checkParameters(step, *kind);
        checkSecrets(step, *kind);
    }
}

void Linter::checkUndo(const StepSpec &step)
{
    const StepSpec undo = step.undoStep();
    checkKind(undo);
    const auto kind = m_catalogue.constFind(undo.uses);
    if (kind != m_catalogue.cend() && kind->doer != Doer::Machine)
        error(Error(QStringLiteral("lint.undo-by-people"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' is done by people, so it cannot undo a step. Leave "
                                      "'undo' out and say in 'help' what a person has to do."),
                    {undo.uses}),
              undo.placeOf(QStringLiteral("uses")));
    for (const Template &value : undo.with) {
        QList<Expression::Reference> references = value.references();
        const auto isOwn = [&](const Expression::Reference &reference) {
            return reference.path.value(0) == u"steps" && reference.path.value(1) == step.id;
        };
        for (const Expression::Reference &reference : std::as_const(references)) {
            if (isOwn(reference))
                error(Error(QStringLiteral("lint.undo-own-outputs"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "What 'undo' is given is fixed before the step "
                                              "begins, so it cannot use outputs of '%1' itself."),
                            {step.id}),
                      reference.place);
        }
        references.removeIf(isOwn);
        checkReferences(undo, references, step.foreachOf.has_value());
    }
}

void Linter::checkStep(const StepSpec &step)
{
    checkKind(step);
    if (step.undo)
        checkUndo(step);
    if (const auto kind = m_catalogue.constFind(step.uses); kind != m_catalogue.cend()) {
        if (step.retry.attempts > 1)
            checkRetry(step, *kind);
        if (step.poll)
            checkPoll(step, *kind);
        checkTakenOutputs(step, *kind);
        checkOnFailure(step, *kind);
    }
    checkParallel(step);
    const bool hasItem = step.foreachOf.has_value();
    for (const Template &value : step.with)
        checkReferences(step, value.references(), hasItem);
    for (const Template &value : step.environment)
        checkReferences(step, value.references(), hasItem);
    checkReferences(step, step.probe.references(), hasItem);
    if (step.condition)
        checkReferences(step, step.condition->references(), hasItem);
    checkUnsettled(step);
    // Looked at once for the step, before there is an instance.
    if (step.foreachOf)
        checkReferences(step, step.foreachOf->references(), false);
    checkHelp(step);
}

/// Help may name what the step works with, as in a command to be copied.
void Linter::checkHelp(const StepSpec &step)
{
    const Place place = step.placeOf(QStringLiteral("help"));
    for (const QString &text : step.help.byLanguage()) {
        const auto parsed = Template::parse(text, place);
        if (!parsed) {
            error(parsed.error(), place);
            continue;
        }
        QList<Expression::Reference> references = parsed->references();
        for (Expression::Reference &reference : references)
            reference.place = place;
        checkReferences(step, references, step.foreachOf.has_value());
    }
}

/// Needed before any step begins.
void Linter::checkUnsettled(const StepSpec &step)
{
    for (auto it = step.unsettled.cbegin(); it != step.unsettled.cend(); ++it) {
        const QList<Expression::Reference> references = it->references();
        for (const Expression::Reference &reference : references) {
            if (reference.path.first() == QLatin1String("inputs"))
                checkReference(step, reference);
            else
                error(Error(QStringLiteral("lint.settled-by-inputs"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "'%1' is known before the run begins, so only inputs "
                                              "can stand in it, such as ${{ inputs.name }}."),
                            {it.key().section(u'.', 0, 0)}),
                      reference.place);
        }
    }
}

/// Inputs never become program text: they reach a shell as environment variables.
void Linter::checkLiteral(const StepSpec &step, const ParameterSpec &parameter,
                          const Template &value)
{
    const auto flag = step.with.constFind(parameter.literalWhen);
    const bool isProgramText = !parameter.literalWhen.isEmpty() && flag != step.with.cend() &&
                               flag->constant() != Value(false);
    if (isProgramText && !value.constant())
        error(Error(QStringLiteral("lint.expression-in-program"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "With '%1' no ${{ }} may stand in '%2': what it gives would "
                                      "become part of the program. Put it into 'env' and use "
                                      "\"$NAME\" here."),
                    {parameter.literalWhen, parameter.name}),
              value.place());
}

void Linter::checkParameters(const StepSpec &step, const KindSpec &kind)
{
    QStringList known;
    for (const ParameterSpec &parameter : kind.parameters) {
        known.append(parameter.name);
        const auto given = step.with.constFind(parameter.name);
        if (parameter.isRequired && (given == step.with.cend() || given->isNull()))
            error(Error(QStringLiteral("lint.missing-parameter"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "'%1' needs the parameter '%2' of %3. Write it below "
                                          "'with'."),
                        {step.id, parameter.name, kind.name}),
                  step.placeOf(QStringLiteral("uses")));
    }
    for (auto it = step.with.cbegin(); it != step.with.cend(); ++it) {
        const ParameterSpec *parameter = kind.parameter(it.key());
        if (!parameter) {
            error(unknownName("lint.parameter",
                              QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no parameter '%2'."),
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "%1 has no parameter '%2'; did you mean '%3'?"),
                              {kind.name, it.key().left(100)}, nearest(it.key(), known)),
                  it->place());
            continue;
        }
        if (!it->isNull())
            checkValue(*it, parameter->type, it.key());
        checkLiteral(step, *parameter, *it);
        if (kind.doer == Doer::Quorum && it.key() == QLatin1String("evidence"))
            checkEvidence(step, *it);
    }
}

void Linter::checkValue(const Template &value, const TypeSpec &type, const QString &name)
{
    if (value.isExpression() || type.type == Type::Any)
        return; // known when the step is planned, and checked again there
    if (value.shape() == Value::Kind::Map && type.type == Type::Localized) {
        for (auto it = value.members().cbegin(); it != value.members().cend(); ++it) {
            if (!isLanguage(it.key()))
                error(noLanguage(it.key()), it->place());
            checkValue(*it, {Type::Prose, {}, Type::Text, true}, name);
        }
        return;
    }
    if (const auto constant = value.constant()) {
        const auto fitting = conform(*constant, type);
        if (!fitting)
            error(Error(QStringLiteral("lint.value"),
                        QT_TRANSLATE_NOOP("Slipway::Error", "The value of '%1' does not fit: %2"),
                        {name, fitting.error().message()}),
                  value.place());
        return;
    }
    if (value.shape() == Value::Kind::List && type.type == Type::List) {
        const TypeSpec element{type.element, type.choices, Type::Text, type.mayStartWithDash};
        for (const Template &each : value.elements())
            checkValue(each, element, name);
        return;
    }
    const bool isMap = value.shape() == Value::Kind::Map;
    const bool mayBeMap =
        type.type == Type::Map ||
        (type.type == Type::List && (type.element == Type::Map || type.element == Type::Any));
    const bool isWrong = value.shape() == Value::Kind::List || isMap != mayBeMap;
    const bool isOneOfList = !isMap && type.type == Type::List;
    if (isWrong && !isOneOfList)
        error(Error(QStringLiteral("lint.value"),
                    QT_TRANSLATE_NOOP("Slipway::Error", "The value of '%1' does not fit: %2"),
                    {name,
                     Error({},
                           QT_TRANSLATE_NOOP("Slipway::Error", "A %1 is expected here, not a %2."),
                           {typeName(type.type), kindName(value.shape())})
                         .message()}),
              value.place());
}

void Linter::checkEvidence(const StepSpec &step, const Template &evidence)
{
    const QList<Template> items =
        evidence.elements().isEmpty() ? QList<Template>{evidence} : evidence.elements();
    for (const Template &item : items) {
        const auto constant = item.constant();
        const auto named = constant ? evidenceName(constant->text()) : std::nullopt;
        if (!named) {
            error(Error(QStringLiteral("lint.evidence-form"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "Evidence is named as steps.ID.evidence.NAME, such as "
                                          "steps.build.evidence.log.")),
                  item.place());
            continue;
        }
        const StepSpec *other = finishedBefore(step, named->step, item.place());
        const auto kind = other ? m_catalogue.constFind(other->uses) : m_catalogue.cend();
        if (kind == m_catalogue.cend() || kind->evidence.contains(named->name))
            continue;
        error(
            unknownName(
                "lint.evidence",
                QT_TRANSLATE_NOOP("Slipway::Error", "The step '%1' (%2) leaves no evidence '%3'."),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "The step '%1' (%2) leaves no evidence '%3'; did you mean "
                                  "'%4'?"),
                {named->step, kind->name, named->name.left(100)},
                nearest(named->name, kind->evidence)),
            item.place());
    }
}

void Linter::checkReferences(const StepSpec &step, const QList<Expression::Reference> &references,
                             bool hasItem)
{
    for (const Expression::Reference &reference : references) {
        if (reference.path.first() == QLatin1String("item") && !hasItem)
            error(Error(QStringLiteral("lint.item"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "'item' has a value only below 'with', 'env', 'if', "
                                          "'probe', 'undo' and 'poll' of a step with 'foreach'.")),
                  reference.place);
        else
            checkReference(step, reference);
    }
}

void Linter::checkReference(const StepSpec &step, const Expression::Reference &reference)
{
    static const QStringList roots{QStringLiteral("inputs"), QStringLiteral("steps"),
                                   QStringLiteral("run"), QStringLiteral("item"),
                                   QStringLiteral("secrets")};
    static const QStringList ofRun{QStringLiteral("id"), QStringLiteral("workspace")};
    const QString root = reference.path.first();
    const QString name = reference.path.value(1);
    if (root == QLatin1String("steps")) {
        checkStepReference(step, reference);
    } else if (root == QLatin1String("inputs")) {
        QStringList inputs;
        for (const InputSpec &input : m_checklist.inputs)
            inputs.append(input.name);
        if (name.isEmpty())
            m_usedInputs.unite(QSet<QString>(inputs.cbegin(), inputs.cend()));
        else if (m_checklist.secrets().contains(name))
            secretAsInput(reference);
        else if (inputs.contains(name))
            m_usedInputs.insert(name);
        else
            error(unknownName("lint.input",
                              QT_TRANSLATE_NOOP("Slipway::Error", "There is no input '%1'."),
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "There is no input '%1'; did you mean '%2'?"),
                              {name}, nearest(name, inputs)),
                  reference.place);
    } else if (!roots.contains(root) ||
               (root == QLatin1String("run") && !name.isEmpty() && !ofRun.contains(name))) {
        const bool isRun = root == QLatin1String("run");
        const QStringList known = isRun ? ofRun : roots;
        error(unknownName("lint.name",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "'%1' names nothing. Texts stand in single quotes; "
                                            "values are %2."),
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "'%1' names nothing (values are %2); did you mean "
                                            "'%3'?"),
                          {dotted(reference), known.join(QLatin1String(", "))},
                          nearest(isRun ? name : root, known)),
              reference.place);
    }
}

const StepSpec *Linter::finishedBefore(const StepSpec &step, const QString &id, const Place &place)
{
    const StepSpec *other = m_checklist.step(id);
    if (!other) {
        error(unknownName(
                  "lint.step", QT_TRANSLATE_NOOP("Slipway::Error", "There is no step '%1'."),
                  QT_TRANSLATE_NOOP("Slipway::Error", "There is no step '%1'; did you mean '%2'?"),
                  {id.left(100)}, nearest(id, m_stepIds)),
              place);
    } else if (!m_hasCircle && !isBefore(id, step)) {
        error(Error(QStringLiteral("lint.not-before"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "The step '%1' is not finished before '%2'. Add it to the "
                                      "'needs' of '%2', or move it to a stage before."),
                    {id, step.id}),
              place);
    }
    return other;
}

void Linter::checkStepReference(const StepSpec &step, const Expression::Reference &reference)
{
    static const QStringList members{QStringLiteral("outcome"), QStringLiteral("outputs"),
                                     QStringLiteral("all")};
    if (reference.path.size() < 2)
        return;
    const StepSpec *other = finishedBefore(step, reference.path[1], reference.place);
    if (!other || reference.path.size() < 3)
        return;
    if (reference.path[2] == Expression::ofInstance) {
        checkInstanceReference(*other, reference);
        return;
    }
    const QString member = reference.path[2];
    const QString id = other->id;
    if (!members.contains(member)) {
        error(unknownName(
                  "lint.member",
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "A step has no '%1'. It has outcome, outputs, and all "
                                    "if it has a foreach."),
                  QT_TRANSLATE_NOOP("Slipway::Error", "A step has no '%1'; did you mean '%2'?"),
                  {member}, nearest(member, members)),
              reference.place);
    } else if (other->foreachOf && member == QLatin1String("outputs")) {
        error(Error(QStringLiteral("lint.foreach-outputs"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' has a foreach, so its outputs are a list: "
                                      "steps.%1.all[0].outputs, or of one instance "
                                      "steps.%1[item].outputs."),
                    {id}),
              reference.place);
    } else if (!other->foreachOf && member == QLatin1String("all")) {
        error(Error(QStringLiteral("lint.all-without-foreach"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' has no foreach, so it has no 'all'. Use "
                                      "steps.%1.outputs."),
                    {id}),
              reference.place);
    } else if (member == QLatin1String("outputs") && reference.path.size() > 3) {
        checkOutput(*other, reference, 3);
    }
}

/// steps.ID[item], of a step with foreach.
void Linter::checkInstanceReference(const StepSpec &other, const Expression::Reference &reference)
{
    static const QStringList members{QStringLiteral("outcome"), QStringLiteral("outputs"),
                                     QStringLiteral("instance")};
    const QString member = reference.path.value(3);
    if (!other.foreachOf)
        error(Error(QStringLiteral("lint.instance-without-foreach"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "'%1' has no foreach, so it has no instances to choose from. "
                                      "Use steps.%1.outputs."),
                    {other.id}),
              reference.place);
    else if (!member.isEmpty() && !members.contains(member))
        error(unknownName("lint.member",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "An instance has no '%1'. It has instance, outcome and "
                                            "outputs."),
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "An instance has no '%1'; did you mean '%2'?"),
                          {member}, nearest(member, members)),
              reference.place);
    else if (member == QLatin1String("outputs") && reference.path.size() > 4)
        checkOutput(other, reference, 4);
}

void Linter::checkOutput(const StepSpec &other, const Expression::Reference &reference,
                         qsizetype part)
{
    const auto kind = m_catalogue.constFind(other.uses);
    if (kind != m_catalogue.cend())
        checkOutputName(other, *kind, reference.path[part], reference.place);
}

} // namespace Slipway
