// SPDX-License-Identifier: MIT
// The sources of the page of the comparison: which there are, and reading them.
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/sourcechip.h"
#include "ui/compare/sourcepicker.h"
#include "ui/compare/sourcereader.h"
#include "ui/compare/sourcestrip.h"

#include <QFileDialog>
#include <QMenu>

namespace Slipway {

void ComparePage::startAnew()
{
    m_reader->cancelAll();
    m_sources.clear();
    m_baseline = 0;
    m_isSettling = false;
    m_firstGeneration = m_generation + 1;
    takeRows({});
}

void ComparePage::compare(const QStringList &sources)
{
    startAnew();
    for (const QString &source : sources) {
        if (CompareSource *added = addToList(source))
            startReading(added);
    }
    recompute();
    setPicking(sources.isEmpty());
}

void ComparePage::compareRead(const QList<Inventory> &inventories)
{
    startAnew();
    for (const Inventory &inventory : inventories) {
        CompareSource source;
        source.id = ++m_lastId;
        source.source = inventory.label();
        source.isFixed = true;
        source.state = CompareSource::State::Ready;
        source.reading.inventories = {inventory};
        m_sources.append(source);
    }
    if (!m_sources.isEmpty())
        m_baseline = m_sources.first().id;
    recompute();
    setPicking(m_sources.isEmpty());
}

/// Once: the same twice tells nothing.
CompareSource *ComparePage::addToList(const QString &source)
{
    for (const CompareSource &one : std::as_const(m_sources)) {
        if (one.source == source)
            return nullptr;
    }
    CompareSource added;
    added.id = ++m_lastId;
    added.source = source;
    m_sources.append(added);
    if (m_baseline == 0)
        m_baseline = added.id;
    return &m_sources.last();
}

void ComparePage::addSource(const QString &source)
{
    if (CompareSource *added = addToList(source))
        startReading(added);
    showSources();
    showState();
}

void ComparePage::startReading(CompareSource *source)
{
    if (source->isFixed)
        return;
    source->state = CompareSource::State::Reading;
    source->problem.clear();
    source->detail.clear();
    m_reader->read(source->id, source->source, m_picker->reading(),
                   [this, id = source->id](const Result<SourceReading> &reading, qint64 tookMs) {
                       finishReading(id, reading, tookMs);
                   });
}

void ComparePage::finishReading(quint64 id, const Result<SourceReading> &reading, qint64 tookMs)
{
    CompareSource *source = find(id);
    if (!source)
        return;
    source->tookMs = tookMs;
    source->state = reading ? CompareSource::State::Ready : CompareSource::State::Failed;
    if (reading) {
        source->reading = *reading;
    } else {
        source->reading = {};
        source->problem = reading.error().translated();
        source->detail = reading.error().detail();
    }
    recompute();
    showSources();
    showState();
}

CompareSource *ComparePage::find(quint64 id)
{
    for (CompareSource &source : m_sources) {
        if (source.id == id)
            return &source;
    }
    return nullptr;
}

void ComparePage::removeSource(quint64 id)
{
    m_reader->cancel(id);
    m_sources.removeIf([id](const CompareSource &one) { return one.id == id; });
    if (m_baseline == id)
        m_baseline = m_sources.isEmpty() ? 0 : m_sources.first().id;
    recompute();
    if (m_sources.isEmpty())
        setPicking(true);
    showSources();
    showState();
}

void ComparePage::setBaseline(quint64 id)
{
    if (id == m_baseline || !find(id))
        return;
    m_baseline = id;
    recompute();
    showSources();
}

void ComparePage::swap()
{
    if (m_sources.size() != 2)
        return;
    m_sources.swapItemsAt(0, 1);
    m_baseline = m_sources.first().id;
    recompute();
    showSources();
}

void ComparePage::move(quint64 id, int by)
{
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (m_sources[i].id != id)
            continue;
        const qsizetype to = qBound<qsizetype>(0, i + by, m_sources.size() - 1);
        m_sources.move(i, to);
        break;
    }
    recompute();
    showSources();
}

void ComparePage::readAgain(quint64 id)
{
    if (CompareSource *source = find(id))
        startReading(source);
    showSources();
    showState();
}

void ComparePage::readAllAgain()
{
    for (CompareSource &source : m_sources)
        startReading(&source);
    showSources();
    showState();
}

void ComparePage::cancelReading()
{
    m_reader->cancelAll();
    for (CompareSource &source : m_sources) {
        if (source.state != CompareSource::State::Reading)
            continue;
        const bool wasRead = !source.reading.inventories.isEmpty();
        source.state = wasRead ? CompareSource::State::Ready : CompareSource::State::Failed;
        source.problem = tr("Reading was cancelled.");
    }
    showSources();
    showState();
}

/// In a worker, once at a time however fast sources come in; meanwhile what was compared before
/// stays.
void ComparePage::recompute()
{
    ++m_generation;
    if (m_isComputing)
        return; // what comes of it is looked at, and done again
    m_isComputing = true;
    QList<Inventory> inventories;
    QStringList names;
    qsizetype baseline = 0;
    for (const CompareSource &source : std::as_const(m_sources)) {
        if (source.id == m_baseline)
            baseline = inventories.size();
        for (const Inventory &inventory : source.reading.inventories) {
            inventories.append(inventory);
            names.append(inventory.label());
        }
    }
    m_reader->compute(
        [inventories, labels = shortLabels(names), baseline] {
            return CompareRows::of(inventories, labels, baseline);
        },
        [this, generation = m_generation](const CompareRows &rows) { finish(rows, generation); });
}

void ComparePage::finish(const CompareRows &rows, quint64 generation)
{
    m_isComputing = false;
    if (generation >= m_firstGeneration) { // else it is of other sources altogether
        m_shownGeneration = generation;
        takeRows(rows);
    }
    if (generation != m_generation)
        recompute();
}

void ComparePage::askOffers()
{
    m_picker->setLooking();
    m_reader->askOffers(
        [this](const Result<QList<SourceOffer>> &offers) { m_picker->setOffers(offers); });
}

void ComparePage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose lists of packages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            addSource((file.endsWith(QLatin1String(".tar")) ? QStringLiteral("tar:")
                                                            : QStringLiteral("file:")) +
                      file);
    });
    dialog->open();
}

void ComparePage::chooseVenv()
{
    auto *dialog = new QFileDialog(this, tr("Choose a virtual environment"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        const bool isVenv = QFileInfo::exists(folder + QLatin1String("/pyvenv.cfg"));
        addSource((isVenv ? QStringLiteral("venv:") : QStringLiteral("dir:")) + folder);
    });
    dialog->open();
}

void ComparePage::openMenu(quint64 id)
{
    const CompareSource *source = find(id);
    SourceChip *chip = m_strip->chip(id);
    if (!source || !chip)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &label, bool isEnabled, auto action) {
        menu->addAction(label, this, action)->setEnabled(isEnabled);
    };
    const bool isFirst = m_sources.first().id == id;
    const bool isLast = m_sources.last().id == id;
    add(tr("Compare the others with this one"), id != m_baseline, [this, id] { setBaseline(id); });
    add(tr("Read again"), !source->isFixed, [this, id] { readAgain(id); });
    menu->addSeparator();
    add(tr("Move left"), !isFirst, [this, id] { move(id, -1); });
    add(tr("Move right"), !isLast, [this, id] { move(id, 1); });
    menu->addSeparator();
    add(tr("Remove"), true, [this, id] { removeSource(id); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

} // namespace Slipway
