// SPDX-License-Identifier: MIT
#include "tests/steps/undorounds.h"

#include <QTest>

namespace Slipway {

std::optional<Intent> UndoRounds::did(const Kind &kind, const Value::Map &with)
{
    const auto intent = m_harness.plan(kind, with);
    if (!intent) {
        qWarning("%s", qPrintable(intent.error().message()));
        return std::nullopt;
    }
    const Outcome outcome = m_harness.run(kind, *intent);
    const Finding finding = m_harness.probe(kind, *intent);
    if (outcome.end != Outcome::End::Succeeded || finding.verdict != Finding::Verdict::Done ||
        intent->plan.undo.can != UndoNote::Can::Yes) {
        qWarning("%s %s: %s", qPrintable(outcome.error.message()),
                 qPrintable(outcome.error.detail()), qPrintable(finding.explanation.english()));
        return std::nullopt;
    }
    return *intent;
}

bool UndoRounds::undid(const Kind &kind, const Intent &done)
{
    const auto intent = m_harness.planUndo(kind, done);
    if (!intent || !*intent) {
        qWarning("%s", intent ? "nothing to undo" : qPrintable(intent.error().message()));
        return false;
    }
    const Finding before = m_harness.probe(kind, **intent);
    const Outcome outcome = m_harness.run(kind, **intent);
    const Finding after = m_harness.probe(kind, **intent);
    const auto again = m_harness.planUndo(kind, done);
    const bool isGood = before.verdict == Finding::Verdict::NotDone &&
                        outcome.end == Outcome::End::Succeeded &&
                        after.verdict == Finding::Verdict::Done && again && !*again;
    if (!isGood)
        qWarning("before: %s; %s %s; after: %s; again: %s",
                 qPrintable(before.explanation.english()), qPrintable(outcome.error.message()),
                 qPrintable(outcome.error.detail()), qPrintable(after.explanation.english()),
                 again ? (*again ? "there is something" : "nothing")
                       : qPrintable(again.error().message()));
    return isGood;
}

void UndoRounds::go(const Kind &kind, const Value::Map &with, int times,
                    const std::function<QString()> &look)
{
    const QString before = look();
    for (int i = 0; i < times; ++i) {
        const auto done = did(kind, with);
        QVERIFY2(done, qPrintable(QStringLiteral("round %1").arg(i)));
        QVERIFY(look() != before);
        QVERIFY2(undid(kind, *done), qPrintable(QStringLiteral("round %1").arg(i)));
        QCOMPARE(look(), before);
    }
}

} // namespace Slipway
