// SPDX-License-Identifier: MIT
// What the palette of the window offers, and what its entries do.
#include "ui/pages/homepage.h"
#include "ui/pages/runpage.h"
#include "ui/parts/text.h"
#include "ui/theme/statemark.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/mainwindow.h"

namespace Slipway {

namespace {

const QChar separator(0x1f);

QString entryId(const char *kind, const QStringList &parts = {})
{
    return QString::fromLatin1(kind) + separator + parts.join(separator);
}

} // namespace

void MainWindow::openPalette()
{
    m_palette->open(paletteEntries());
}

QList<PaletteEntry> MainWindow::paletteEntries() const
{
    QList<PaletteEntry> entries;
    if (m_isRunOpen)
        addStepEntries(entries);
    addActionEntries(entries);
    for (const ChecklistCard &card : m_checklists)
        entries.append(
            {entryId("checklist", {card.file}), tr("Start %1").arg(card.title), tr("checklist")});
    for (const RunSummary &run : m_runs) {
        const QString what = run.subtitle.isEmpty()
                                 ? run.title
                                 : QString::fromUtf8("%1 · %2").arg(run.title, run.subtitle);
        entries.append({entryId("run", {run.id}), what,
                        QString::fromUtf8("%1 · %2").arg(tr("run %1").arg(shortRunId(run.id)),
                                                         stateText(run.state))});
    }
    return entries;
}

void MainWindow::addStepEntries(QList<PaletteEntry> &entries) const
{
    for (const StageView &stage : m_run->run().stages) {
        for (const StepView &step : stage.steps) {
            entries.append({entryId("step", {step.id, {}}), step.title, stage.title});
            for (const StepView &one : step.instances) {
                entries.append({entryId("step", {one.id, one.instance}),
                                QStringLiteral("%1: %2").arg(step.title, one.instance),
                                stage.title});
            }
        }
    }
}

void MainWindow::addActionEntries(QList<PaletteEntry> &entries) const
{
    if (m_isRunOpen) {
        entries.append({entryId("needs-you"), tr("Show what needs attention"), tr("this run")});
        if (m_run->run().canUndo)
            entries.append({entryId("undo"), tr("Undo what this run did…"), tr("this run")});
        if (m_run->canContinueAnew())
            entries.append({entryId("continue-anew"), tr("Continue with a changed checklist…"),
                            tr("this run")});
        entries.append({entryId("verify"), tr("Check the journal"), tr("this run")});
        if (m_run->canCancel())
            entries.append({entryId("cancel-run"), tr("Cancel the run…"), tr("this run")});
    }
    entries.append({entryId("home"), tr("Home"), QStringLiteral("Alt+Home")});
    entries.append({entryId("runs"), tr("All runs"), {}});
    entries.append({entryId("compare"), tr("Compare packages…"), {}});
    entries.append({entryId("open"), tr("Open a checklist…"), QStringLiteral("Ctrl+O")});
    const bool isEnglish = m_language.startsWith(QLatin1String("en"));
    entries.append(
        {entryId("language", {isEnglish ? QStringLiteral("pt_BR") : QStringLiteral("en")}),
         isEnglish ? QString::fromUtf8("Português") : QStringLiteral("English"), tr("language")});
    for (const auto mode : {Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark}) {
        const QString name = mode == Theme::Mode::System  ? tr("Colours as the system")
                             : mode == Theme::Mode::Light ? tr("Light colours")
                                                          : tr("Dark colours");
        entries.append({entryId("look", {QString::number(int(mode))}), name, tr("look")});
    }
}

void MainWindow::go(const QString &id)
{
    const QStringList parts = id.split(separator);
    const QString &kind = parts.first();
    if (kind == QLatin1String("step")) {
        m_run->selectStep(parts.value(1), parts.value(2));
    } else if (kind == QLatin1String("run")) {
        expectRun(parts.value(1));
        Q_EMIT openRun(parts.value(1));
    } else if (kind == QLatin1String("checklist")) {
        Q_EMIT openChecklist(parts.value(1));
    } else if (kind == QLatin1String("needs-you")) {
        m_run->selectStep({});
    } else if (kind == QLatin1String("undo")) {
        m_run->openUndo();
    } else if (kind == QLatin1String("continue-anew")) {
        m_run->openContinuation();
    } else if (kind == QLatin1String("verify")) {
        m_run->openVerify();
    } else if (kind == QLatin1String("cancel-run")) {
        m_run->askToCancelRun();
    } else if (kind == QLatin1String("home")) {
        showHome();
    } else if (kind == QLatin1String("runs")) {
        showHome();
        m_home->showAllRuns(true);
    } else if (kind == QLatin1String("compare")) {
        showCompare({});
    } else if (kind == QLatin1String("open")) {
        chooseChecklistFile();
    } else if (kind == QLatin1String("language")) {
        Q_EMIT languageChosen(parts.value(1));
    } else if (kind == QLatin1String("look")) {
        setLook(parts.value(1).toInt());
    }
}

} // namespace Slipway
