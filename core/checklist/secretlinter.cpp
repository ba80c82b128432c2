// SPDX-License-Identifier: MIT
// Where secrets may stand, and where they may not: what holds one is a handle, and only what
// hands it to a program or a server knows what to do with it.
#include "core/checklist/linter.h"

namespace Slipway {

namespace {

bool isOfSecrets(const Expression::Reference &reference)
{
    return reference.path.first() == QLatin1String("secrets");
}

/// The parts of a value that may be a secret.
QList<Template> placesFor(const Template &value, SecretPlace place)
{
    QList<Template> places;
    switch (place) {
    case SecretPlace::Nowhere:
        break;
    case SecretPlace::Whole:
        places.append(value);
        break;
    case SecretPlace::Members:
        places.append(value.members().values());
        break;
    case SecretPlace::Replies:
        for (const Template &element : value.elements())
            places.append(element.members().value(QStringLiteral("reply")));
        places.append(value.members().value(QStringLiteral("reply"))); // one alone
        break;
    }
    return places;
}

} // namespace

void Linter::checkSecrets(const StepSpec &step, const KindSpec &kind)
{
    for (auto it = step.with.cbegin(); it != step.with.cend(); ++it) {
        const ParameterSpec *parameter = kind.parameter(it.key());
        const bool isSecret = parameter && parameter->type.type == Type::Secret;
        const auto place = isSecret    ? SecretPlace::Whole
                           : parameter ? parameter->type.secrets
                                       : SecretPlace::Nowhere;
        checkSecrets(*it, place);
        if (isSecret && it->secret().isEmpty() && !it->constant())
            error(conform(Value(QString()), parameter->type).error(), it->place());
    }
    const ParameterSpec *env = kind.parameter(QStringLiteral("env"));
    const auto inEnvironment = env ? env->type.secrets : SecretPlace::Nowhere;
    checkSecrets(Template::map(step.environment, step.place), inEnvironment);
    QList<Expression::Reference> others = step.probe.references();
    if (step.condition)
        others += step.condition->references();
    if (step.foreachOf)
        others += step.foreachOf->references();
    if (step.poll)
        others += step.poll->until.references();
    if (step.poll && step.poll->fails)
        others += step.poll->fails->references();
    checkNoSecrets(others);
}

void Linter::checkNoSecrets(const QList<Expression::Reference> &references)
{
    for (const Expression::Reference &reference : references) {
        if (isOfSecrets(reference))
            misplacedSecret(reference);
    }
}

void Linter::checkSecrets(const Template &value, SecretPlace place)
{
    QList<Expression::Reference> references = value.references();
    references.removeIf([](const auto &reference) { return !isOfSecrets(reference); });
    if (references.isEmpty())
        return;
    QSet<int> wellPlaced; // by line and column, which tell two of them apart
    const auto key = [](const Place &at) { return at.line * 10'000 + at.column; };
    const QList<Template> places = placesFor(value, place);
    for (const Template &each : places) {
        if (each.secret().isEmpty())
            continue;
        const Expression::Reference reference = each.references().first();
        wellPlaced.insert(key(reference.place));
        checkSecretName(reference);
    }
    for (const Expression::Reference &reference : std::as_const(references)) {
        if (!wellPlaced.contains(key(reference.place)))
            misplacedSecret(reference);
    }
}

void Linter::checkSecretName(const Expression::Reference &reference)
{
    const QStringList secrets = m_checklist.secrets();
    const QString name = reference.path[1];
    if (secrets.contains(name))
        m_usedInputs.insert(name);
    else
        error(unknownName("lint.secret",
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "There is no secret '%1'. Add \"%1: {type: secret}\" "
                                            "to the inputs."),
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "There is no secret '%1'; did you mean '%2'?"),
                          {name.left(100)}, nearest(name, secrets)),
              reference.place);
}

void Linter::misplacedSecret(const Expression::Reference &reference)
{
    if (m_checklist.secrets().contains(reference.path.value(1)))
        m_usedInputs.insert(reference.path[1]);
    error(
        Error(QStringLiteral("lint.secret-place"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "A secret cannot stand here. ${{ secrets.NAME }} stands alone: as "
                                "a whole value in 'env', as 'stdin', as the 'reply' of an answer, "
                                "or where the reference of the kind says so.")),
        reference.place);
}

void Linter::secretAsInput(const Expression::Reference &reference)
{
    m_usedInputs.insert(reference.path[1]);
    error(Error(QStringLiteral("lint.secret-as-input"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "'%1' is a secret, whose value no expression gets. Write ${{ "
                                  "secrets.%1 }}."),
                {reference.path[1]}),
          reference.place);
}

} // namespace Slipway
