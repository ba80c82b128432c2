// SPDX-License-Identifier: MIT
#include "core/run/shownhelp.h"

#include "core/run/scopebuilder.h"
#include "core/steps/programtext.h"

namespace Slipway {

namespace {

const QLatin1String commandMark("$ ");

QString nameOf(const Expression &expression)
{
    const QList<Expression::Reference> references = expression.references();
    return QStringLiteral("<%1>").arg(references.isEmpty() ? expression.text()
                                                           : references.last().path.last());
}

/// The value as one line of text; nothing while it is not known.
std::optional<QString> shown(const Expression &expression, const Scope &scope)
{
    const auto value = expression.evaluate(scope);
    if (!value || value->isNull() || value->hasUnknown() || value->isMap() || value->isList())
        return std::nullopt;
    // A parameter of a group that was left empty is empty, and not still to be known.
    if (value->display().isEmpty() && !expression.references().isEmpty())
        return std::nullopt;
    return value->display().simplified();
}

} // namespace

QString shownHelp(const RunFold &run, const Checklist &checklist, const StepSpec &step,
                  const InstanceFold &instance, const QString &workspace, const QString &language)
{
    const QString help = step.help.in(language);
    const auto parsed = help.contains(QLatin1String("${{")) ? Template::parse(help, {})
                                                            : Result<Template>(Template());
    if (!parsed || parsed->parts().isEmpty())
        return help;
    const Scope scope = scopeFor(run, checklist, step, instance, workspace);
    QString text;
    for (const Template::Part &part : parsed->parts()) {
        if (!part.expression) {
            text += part.literal;
            continue;
        }
        const bool isCommand = text.mid(text.lastIndexOf(u'\n') + 1).startsWith(commandMark);
        const auto value = shown(*part.expression, scope);
        if (!value)
            text += nameOf(*part.expression);
        else
            text += isCommand ? quotedForShell(*value) : *value;
    }
    return text;
}

HelpParts helpParts(const QString &help)
{
    HelpParts parts;
    QStringList text;
    bool isQuestionOpen = false; // the commands that follow belong to the question before
    const QStringList lines = help.trimmed().split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(commandMark)) {
            text.append(line);
            isQuestionOpen = false;
            continue;
        }
        // The first line says what the step is for, whatever follows it.
        if (!isQuestionOpen)
            parts.questions.append({text.size() > 1 ? text.takeLast() : QString(), {}});
        isQuestionOpen = true;
        parts.questions.last().commands.append(line.mid(commandMark.size()));
    }
    parts.text = text.join(u'\n').trimmed();
    return parts;
}

} // namespace Slipway
