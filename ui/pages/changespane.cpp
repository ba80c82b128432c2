// SPDX-License-Identifier: MIT
#include "ui/pages/changespane.h"

#include "ui/diff/diffview.h"
#include "ui/pages/evidenceloader.h"
#include "ui/parts/emptystate.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace Slipway {

namespace {

QList<Evidence> changesOf(const StepView &step)
{
    QList<Evidence> changes;
    for (const EvidenceView &one : step.evidence) {
        if (one.evidence.type == QLatin1String("changes") && !one.evidence.digest.isEmpty())
            changes.append(one.evidence);
    }
    return changes;
}

QString nameOf(const StepView &step)
{
    QStringList names;
    const QList<Evidence> changes = changesOf(step);
    for (const Evidence &one : changes)
        names.append(one.digest);
    for (const FileEdit &edit : changes.isEmpty() ? step.edits : QList<FileEdit>())
        names.append(edit.root + edit.path + edit.before + edit.after);
    return names.join(QLatin1Char('\n'));
}

} // namespace

ChangesPane::ChangesPane(const ObjectReader &reader, QWidget *parent)
    : StepPane(parent)
    , m_loader(new EvidenceLoader(reader, this))
    , m_stack(new QStackedWidget)
    , m_state(new EmptyState)
    , m_diff(new DiffView)
{
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_diff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_loader, &EvidenceLoader::loaded, this, &ChangesPane::take);
}

bool ChangesPane::hasChanges(const StepView &step)
{
    return !step.edits.isEmpty() || !changesOf(step).isEmpty();
}

QString ChangesPane::countText() const
{
    const qsizetype count = m_count > 0 ? m_count : m_step.edits.size();
    return count > 0 ? tr("%n file(s)", nullptr, int(count)) : QString();
}

QByteArray ChangesPane::patch() const
{
    return m_diff->patch();
}

void ChangesPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    m_wanted = nameOf(step);
    if (!isSame || m_wanted != m_loaded)
        m_count = 0;
    loadIfSeen();
}

void ChangesPane::loadIfSeen()
{
    if (!isVisible() || m_wanted == m_loaded)
        return;
    m_loaded = m_wanted;
    if (m_wanted.isEmpty())
        return;
    m_state->set(tr("Reading the files…"), {});
    m_stack->setCurrentWidget(m_state);
    const QList<Evidence> changes = changesOf(m_step);
    if (changes.isEmpty())
        m_loader->loadEdits(m_step.edits);
    else
        m_loader->load(changes);
}

void ChangesPane::take(const LoadedEvidence &loaded)
{
    if (!loaded.error.isEmpty()) {
        m_state->set(tr("The changes cannot be shown"), loaded.error.translated());
        return;
    }
    m_count = int(loaded.files.size()) + loaded.leftOut;
    m_diff->setFiles(loaded.files);
    m_stack->setCurrentWidget(m_diff);
    Q_EMIT countChanged();
}

void ChangesPane::showEvent(QShowEvent *event)
{
    StepPane::showEvent(event);
    loadIfSeen();
}

void ChangesPane::retranslate()
{
    m_diff->setEmptyText(tr("No file differs"), tr("What is there is what was meant already."));
}

} // namespace Slipway
