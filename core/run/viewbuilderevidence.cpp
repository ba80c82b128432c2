// SPDX-License-Identifier: MIT
// What there is to look at of a step, and what a gate shows.
#include "core/run/viewbuilder.h"
#include "core/run/viewtexts.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

QString titleOf(const Evidence &evidence)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("changes"), QT_TRANSLATE_NOOP("Slipway::Message", "Changes")},
        {QStringLiteral("log"), QT_TRANSLATE_NOOP("Slipway::Message", "Output")},
        {QStringLiteral("packages"), QT_TRANSLATE_NOOP("Slipway::Message", "Packages")},
        {QStringLiteral("facts"), QT_TRANSLATE_NOOP("Slipway::Message", "Facts")},
        {QStringLiteral("link"), QT_TRANSLATE_NOOP("Slipway::Message", "Link")},
        {QStringLiteral("images"), QT_TRANSLATE_NOOP("Slipway::Message", "Images")},
        {QStringLiteral("conflicts"), QT_TRANSLATE_NOOP("Slipway::Message", "Conflicts")}};
    const char *title = titles.value(evidence.type);
    return title ? viewText(title) : evidence.name;
}

/// A text, or one for each language.
QString textIn(const QJsonValue &json, const QString &language)
{
    if (!json.isObject())
        return json.toString();
    QMap<QString, QString> languages;
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        languages.insert(it.key(), it.value().toString());
    return LocalizedText(languages).in(language);
}

} // namespace

EvidenceView ViewBuilder::evidenceView(const Evidence &evidence, const QString &stepId, int attempt,
                                       const QString &run) const
{
    EvidenceView view;
    view.evidence = evidence;
    const StepSpec *step = m_source.checklist.step(stepId);
    view.stepTitle = step ? step->title.in(m_language) : stepId;
    view.title = titleOf(evidence);
    if (evidence.type == QLatin1String("log"))
        view.logFile = m_source.places.attempt(run.isEmpty() ? m_source.run.id : run, attempt) +
                       u'/' + evidence.file;
    return view;
}

void ViewBuilder::addEvidence(StepView &view, const InstanceFold &instance) const
{
    const AttemptFold *attempt = m_source.run.latestAttempt(instance);
    if (!attempt || !attempt->outcome || attempt->isSuperseded)
        return;
    // What the attempt left replaces what its plan could only announce.
    if (!attempt->outcome->evidence.isEmpty())
        view.evidence.clear();
    for (const Evidence &evidence : attempt->outcome->evidence)
        view.evidence.append(evidenceView(evidence, view.id, attempt->number));
}

QList<EvidenceView> ViewBuilder::sealedEvidence(const QJsonArray &array) const
{
    QList<EvidenceView> views;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        const QString step = one[QLatin1String("step")].toString();
        EvidenceView view = evidenceView(
            Evidence::fromJson(one[QLatin1String("evidence")].toObject()), step,
            one[QLatin1String("attempt")].toInt(), one[QLatin1String("run")].toString());
        const QString instance = one[QLatin1String("instance")].toString();
        if (!instance.isEmpty())
            view.stepTitle += QStringLiteral(" · %1").arg(instance);
        views.append(view);
    }
    return views;
}

/// What the policy asks, who may decide, and who has.
void ViewBuilder::addPolicy(GateView &gate, const GateFold &fold) const
{
    const GateRule &rule = fold.rule;
    gate.policyDigest = fold.policy;
    gate.isSigned = rule.isGiven && rule.isSigned;
    gate.isByOwner = fold.isByOwner(m_source.run.author);
    const QString you = rule.isGiven ? rule.logins.value(m_source.author) : m_source.author;
    gate.canWithdraw = fold.isOpen() && fold.decisionOf(you);
    for (const QString &person : rule.may)
        gate.people.append({person, rule.nameOf(person), person == you,
                            !rule.excluded.contains(person), fold.decisionOf(person) != nullptr});
    const QStringList approvers = fold.approvers();
    for (const GateRule::Required &required : rule.required) {
        const auto there =
            std::count_if(approvers.cbegin(), approvers.cend(),
                          [&](const QString &person) { return required.of.contains(person); });
        gate.requirements.append(
            {required.group, viewText(QT_TRANSLATE_NOOP("Slipway::Message", "%1 of %2 signed"))
                                 .arg(there)
                                 .arg(required.count)});
    }
    if (!rule.isOpenAt(m_source.now))
        gate.closedBecause = viewText(
            QT_TRANSLATE_NOOP("Slipway::Message", "The policy takes no decision at this time."));
    else if (rule.isGiven && !rule.mayDecide(you))
        gate.closedBecause =
            rule.excluded.contains(you)
                ? viewText(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "You started this run, so you may not approve it."))
                : viewText(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "The policy asks others to decide here."));
}

void ViewBuilder::addGate(StepView &view, const StepSpec &spec, const InstanceFold &instance) const
{
    if (!view.isGate)
        return;
    GateView gate;
    gate.checklistDigest = m_source.run.checklistDigest;
    gate.inputsDigest = m_source.run.inputsDigest;
    const auto quorum = spec.with.constFind(QStringLiteral("quorum"));
    if (quorum != spec.with.cend() && quorum->constant())
        gate.quorum = qMax(1, int(quorum->constant()->number()));
    if (instance.gate) {
        const GateFold &fold = *instance.gate;
        gate.from = fold.from;
        gate.quorum = fold.quorum;
        gate.approvals = fold.approvals();
        gate.openedAt = fold.openedAt;
        gate.deadline = fold.deadline;
        gate.packDigest = fold.pack;
        gate.eventNumber = fold.openedBy;
        gate.eventHash = fold.openedHash;
        gate.instructions = textIn(fold.instructions, m_language);
        gate.evidence = sealedEvidence(fold.evidence);
        for (const QJsonValue &item : fold.items)
            gate.items.append(
                {textIn(item.toObject()[QLatin1String("text")], m_language),
                 sealedEvidence(item.toObject()[QLatin1String("evidence")].toArray())});
        for (const GateDecision &decision : fold.decisions)
            gate.decisions.append(
                {fold.rule.isGiven ? fold.rule.nameOf(decision.person) : decision.author,
                 decision.time, decision.isApproval, decision.comment, decision.counts,
                 decision.isWithdrawal, decision.fingerprint, decision.refused});
        addPolicy(gate, fold);
        view.startedAt = fold.openedAt;
        view.finishedAt = fold.closedAt;
        if (fold.closedAs == QLatin1String("rejected"))
            view.errorText = viewText(QT_TRANSLATE_NOOP("Slipway::Message", "It was rejected."));
        else if (fold.closedAs == QLatin1String("timed-out"))
            view.errorText =
                viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Nobody decided in time."));
    }
    view.gate = gate;
}

} // namespace Slipway
