// SPDX-License-Identifier: MIT
#include "core/checklist/linter.h"

#include <algorithm>

namespace Slipway {

Linter::Linter(const Checklist &checklist, const Catalogue &catalogue)
    : m_checklist(checklist), m_catalogue(catalogue)
{
    for (const StepSpec &step : checklist.steps) {
        m_index.insert(step.id, m_stepIds.size());
        m_stepIds.append(step.id);
    }
}

QList<LintFinding> Linter::findings()
{
    checkInputs();
    for (const StepSpec &step : m_checklist.steps)
        checkNeeds(step);
    checkCircle();
    for (const StepSpec &step : m_checklist.steps)
        checkStep(step);
    for (const FollowUpSpec &followUp : m_checklist.followUps)
        checkFollowUp(followUp);
    checkUnusedInputs();
    checkLanguages();
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const LintFinding &left, const LintFinding &right) {
                         const Place &a = left.problem.place();
                         const Place &b = right.problem.place();
                         return a.line != b.line ? a.line < b.line : a.column < b.column;
                     });
    return m_findings;
}

void Linter::error(const Error &problem, const Place &place)
{
    m_findings.append({LintFinding::Severity::Error, problem.at(place)});
}

void Linter::warn(const Error &problem, const Place &place)
{
    m_findings.append({LintFinding::Severity::Warning, problem.at(place)});
}

void Linter::checkInputs()
{
    for (const InputSpec &input : m_checklist.inputs) {
        if (!input.defaultValue)
            continue;
        // One input at a time: what resolveInputs() would say about the default alone.
        Checklist alone;
        alone.inputs = {input};
        alone.inputs.first().isRequired = false;
        const auto resolved = resolveInputs(alone, {}, false);
        if (!resolved)
            error(resolved.error(), input.place);
    }
}

void Linter::checkUnusedInputs()
{
    for (const InputSpec &input : m_checklist.inputs) {
        if (!m_usedInputs.contains(input.name))
            warn(Error(QStringLiteral("lint.unused-input"),
                       QT_TRANSLATE_NOOP("Slipway::Error",
                                         "The input '%1' is used nowhere. Use it as ${{ inputs.%1 "
                                         "}}, or remove it."),
                       {input.name}),
                 input.place);
    }
}

void Linter::checkLanguages()
{
    QList<std::tuple<LocalizedText, QString, Place>> texts{
        {m_checklist.title, m_checklist.name, Place{m_checklist.file, 1, 1}},
        {m_checklist.help, m_checklist.name, Place{m_checklist.file, 1, 1}}};
    for (const InputSpec &input : m_checklist.inputs) {
        for (const LocalizedText &text : {input.title, input.help, input.patternHelp})
            texts.append({text, input.name, input.place});
    }
    for (const StageSpec &stage : m_checklist.stages) {
        const StepSpec *first =
            stage.steps.isEmpty() ? nullptr : m_checklist.step(stage.steps.first());
        texts.append(
            {stage.title, stage.name, first ? first->place : Place{m_checklist.file, 1, 1}});
    }
    for (const StepSpec &step : m_checklist.steps) {
        texts.append({step.title, step.id, step.placeOf(QStringLiteral("title"))});
        texts.append({step.help, step.id, step.placeOf(QStringLiteral("help"))});
    }
    for (const FollowUpSpec &followUp : m_checklist.followUps) {
        texts.append({followUp.title, followUp.checklist, followUp.place});
        texts.append({followUp.help, followUp.checklist, followUp.place});
    }
    for (const auto &[text, name, place] : texts) {
        for (auto it = text.byLanguage().cbegin(); it != text.byLanguage().cend(); ++it)
            m_languages.insert(it.key());
    }
    // A checklist in one language lacks nothing.
    if (m_languages.size() > 1) {
        for (const auto &[text, name, place] : texts)
            checkLanguages(text, name, place);
    }
}

void Linter::checkLanguages(const LocalizedText &text, const QString &name, const Place &place)
{
    // A text that was not given shows the name, in every language.
    if (text.isEmpty() || text == LocalizedText(name))
        return;
    QStringList missing;
    for (const QString &language : std::as_const(m_languages)) {
        if (!text.byLanguage().contains(language))
            missing.append(language);
    }
    missing.sort();
    for (const QString &language : std::as_const(missing))
        warn(Error(QStringLiteral("lint.language"),
                   QT_TRANSLATE_NOOP("Slipway::Error",
                                     "A text of '%1' is missing in %2, which other texts here "
                                     "have. Add it: {%2: …}."),
                   {name, language}),
             place);
}

void Linter::checkNeeds(const StepSpec &step)
{
    for (const QString &id : step.needs) {
        if (m_checklist.step(id))
            continue;
        const QString near = nearest(id, m_stepIds);
        const Place place = step.placeOf(QStringLiteral("needs"));
        if (near.isEmpty())
            error(Error(QStringLiteral("lint.needs"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "'%1' needs the step '%2', which does not exist."),
                        {step.id, id.left(100)}),
                  place);
        else
            error(Error(QStringLiteral("lint.needs"),
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "'%1' needs the step '%2', which does not exist; did you "
                                          "mean '%3'?"),
                        {step.id, id.left(100), near}),
                  place);
    }
}

void Linter::checkCircle()
{
    QSet<QString> done;
    for (const StepSpec &step : m_checklist.steps) {
        QStringList path;
        if (!findCircle(step.id, path, done))
            continue;
        m_hasCircle = true;
        const StepSpec *first = m_checklist.step(path.first());
        QStringList links;
        for (qsizetype i = 0; i + 1 < path.size(); ++i)
            links.append(QStringLiteral("%1 needs %2").arg(path[i], path[i + 1]));
        error(Error(QStringLiteral("lint.circle"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "These steps wait for each other: %1. Take one of the needs "
                                      "out."),
                    {links.join(QLatin1String(", "))}),
              first->placeOf(QStringLiteral("needs")));
        return;
    }
}

/// Depth first; path becomes the circle, first step again at its end. As deep as there are
/// steps, of which the reader allows a thousand.
bool Linter::findCircle(const QString &id, QStringList &path, QSet<QString> &done)
{
    const qsizetype seen = path.indexOf(id);
    path.append(id);
    if (seen >= 0) {
        path = path.mid(seen);
        return true;
    }
    const StepSpec *step = m_checklist.step(id);
    if (step && !done.contains(id)) {
        const QStringList before = m_checklist.prerequisites(*step);
        for (const QString &each : before) {
            if (!done.contains(each) && findCircle(each, path, done))
                return true;
        }
    }
    done.insert(id);
    path.removeLast();
    return false;
}

/// Not for checklists with a circle. Bits, since a thousand steps that each need all before
/// them make half a million pairs.
const QBitArray &Linter::allBefore(qsizetype index)
{
    const auto known = m_before.constFind(index);
    if (known != m_before.cend())
        return *known;
    QBitArray all(m_checklist.steps.size());
    const QStringList before = m_checklist.prerequisites(m_checklist.steps[index]);
    for (const QString &each : before) {
        const qsizetype other = m_index.value(each, -1);
        if (other < 0)
            continue;
        all |= allBefore(other);
        all.setBit(other);
    }
    return *m_before.insert(index, all);
}

bool Linter::isBefore(const QString &id, const StepSpec &step)
{
    // What follows a run has no number: it comes after all steps.
    return !m_index.contains(step.id) ||
           allBefore(m_index.value(step.id)).testBit(m_index.value(id));
}

/// Whether the other checklist takes these inputs is seen when it is opened: lint reads no files.
void Linter::checkFollowUp(const FollowUpSpec &followUp)
{
    const QList<Expression::Reference> references = followUp.references();
    checkReferences({}, references, false);
    checkNoSecrets(references);
}

} // namespace Slipway
