// SPDX-License-Identifier: MIT
// Values of a merge that waits for a person.
#include "app/slipway-shots/fixtures.h"
#include "core/base/canonicaljson.h"
#include "core/steps/mergeconflicts.h"

namespace Slipway {

namespace {

const char baseText[] = R"(# Which sources the release trains on
providers:
  - name: weather
    active: true
  - name: prices
    active: true

model:
  horizon: 24
  seed: 7
  layers: [64, 64]

plants:
  - north
  - south
)";

QByteArray oursText()
{
    return QByteArray(baseText)
        .replace("horizon: 24", "horizon: 48")
        .replace("  - south\n", "  - south\n  - east\n");
}

QByteArray theirsText()
{
    return QByteArray(baseText)
        .replace("horizon: 24", "horizon: 36")
        .replace("[64, 64]", "[128, 64]")
        .replace("  - south\n", "  - south\n  - west\n");
}

} // namespace

RunView Fixtures::conflicts(bool isByHand) const
{
    RunView run = base();
    advance(run, QStringLiteral("push"), StepState::Waiting);
    run.state = RunState::Waiting;
    StepView &merge = *find(run, QStringLiteral("push"));
    merge.title = t("Merge the approved branch into release", "Juntar o ramo aprovado à release");
    merge.help = t("Both sides changed the same lines. Nothing is touched until you have said how "
                   "each file is to be.",
                   "Os dois lados alteraram as mesmas linhas. Nada é tocado até você dizer como "
                   "cada arquivo deve ficar.");
    merge.kind = QStringLiteral("git.merge");
    merge.isAsking = true;
    merge.actions = {StepAction::Answer, StepAction::Skip};
    const auto version = [this](const QByteArray &bytes, int mode = 0100644) {
        return ConflictedFile::Version{mode, store(bytes), bytes.size()};
    };
    MergeConflicts conflicts;
    conflicts.directory = QStringLiteral("/home/ana/projects/avm");
    conflicts.ours = QStringLiteral("release");
    conflicts.theirs = QStringLiteral("origin/feature-wind");
    conflicts.isByHand = isByHand;
    using How = MergeConflict::Kind;
    conflicts.files = {{QStringLiteral("config/training.yaml"), How::BothChanged,
                        QStringLiteral("1"), true, version(baseText), version(oursText()),
                        version(theirsText())},
                       {QStringLiteral("data/model.onnx"), How::BothChanged, QStringLiteral("2"),
                        false, version(QByteArray("\0b", 2)), version(QByteArray("\0o", 2)),
                        version(QByteArray("\0t", 2))},
                       {QStringLiteral("docs/CHANGELOG.md"),
                        How::BothAdded,
                        QStringLiteral("3"),
                        true,
                        {},
                        version("# 2.1\n- wind\n"),
                        version("# 2.2\n- solar\n")},
                       {QStringLiteral("scripts/old_batch.sh"),
                        How::DeletedByUs,
                        QStringLiteral("4"),
                        false,
                        version("#!/bin/sh\n"),
                        {},
                        version("#!/bin/sh\nexec batch\n")}};
    merge.answers.insert(conflicts.files[1].path,
                         MergeAnswer::side(conflicts.files[1], MergeSide::Theirs));
    EvidenceView evidence;
    evidence.evidence.name = evidence.evidence.type = QStringLiteral("conflicts");
    evidence.evidence.digest = store(canonicalJson(conflicts.toJson()).valueOr({}));
    evidence.title = t("Conflicts", "Conflitos");
    merge.evidence = {evidence};
    return run;
}

RunView Fixtures::mendedByHand() const
{
    return conflicts(true);
}

RunView Fixtures::inConflict() const
{
    return conflicts(false);
}

} // namespace Slipway
