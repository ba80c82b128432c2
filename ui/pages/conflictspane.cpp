// SPDX-License-Identifier: MIT
#include "ui/pages/conflictspane.h"

#include "ui/diff/difffilelist.h"
#include "ui/pages/conflictlist.h"
#include "ui/pages/evidenceloader.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/copybox.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"

#include <QListView>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Slipway {

namespace {

constexpr qsizetype largestEdited = 1024 * 1024;

Evidence conflictsOf(const StepView &step)
{
    for (const EvidenceView &one : step.evidence) {
        if (one.evidence.type == QLatin1String("conflicts"))
            return one.evidence;
    }
    return {};
}

QString digestOf(const StepView &step)
{
    return conflictsOf(step).digest;
}

/// decided: digest of the text that was decided on; empty: none.
ConflictTexts readTexts(const ObjectReader &reader, const ConflictedFile &file,
                        const QString &decided)
{
    ConflictTexts texts;
    texts.file = file;
    const auto read = [&](const QString &digest) {
        const Result<QByteArray> bytes =
            digest.isEmpty() ? Result<QByteArray>(QByteArray()) : reader(digest);
        if (!bytes)
            texts.error = bytes.error();
        return bytes.valueOr({});
    };
    texts.base = read(file.base.digest);
    texts.ours = read(file.ours.digest);
    texts.theirs = read(file.theirs.digest);
    if (!decided.isEmpty())
        texts.decided = read(decided);
    if (texts.ours.size() > largestEdited || texts.theirs.size() > largestEdited)
        texts.file.isText = false;
    if (!texts.file.isText || !texts.error.isEmpty())
        return texts;
    const auto chunks = mergeChunks(texts.base, texts.ours, texts.theirs);
    if (chunks)
        texts.chunks = *chunks;
    else
        texts.error = chunks.error();
    return texts;
}

} // namespace

ConflictsPane::ConflictsPane(const ObjectReader &reader, QWidget *parent)
    : StepPane(parent)
    , m_reader(reader)
    , m_loader(new EvidenceLoader(reader, this))
    , m_model(new ConflictListModel(this))
    , m_list(new QListView)
    , m_view(new ConflictView)
    , m_state(new EmptyState)
    , m_left(new NoticeBar)
    , m_folderText(new ProseLabel)
    , m_folderHeading(new SectionHeading)
    , m_folder(new CopyBox)
    , m_filesHeading(new SectionHeading)
    , m_files(new ProseLabel(Theme::Role::Fixed))
    , m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(m_state);
    m_stack->addWidget(createWindowPart());
    m_stack->addWidget(createFolderPart());
    connect(m_loader, &EvidenceLoader::loaded, this, &ConflictsPane::take);
    connect(&m_textWatcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_textWatcher.future().resultCount() > 0)
            showTexts(m_textWatcher.result());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConflictsPane::loadCurrent);
    connect(m_view, &ConflictView::answered, this, &ConflictsPane::answered);
    retranslate();
}

ConflictsPane::~ConflictsPane()
{
    m_textWatcher.disconnect(this);
}

QWidget *ConflictsPane::createWindowPart()
{
    m_list->setModel(m_model);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(fileListColumn(m_list));
    split->addWidget(m_view);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({theme().px(230), theme().px(740)});
    return split;
}

QWidget *ConflictsPane::createFolderPart()
{
    auto *scroll = new ScrollColumn(900, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    m_folderText->setMaximumTextWidth(760);
    body->addWidget(m_left);
    body->addWidget(m_folderText);
    body->addWidget(m_folderHeading);
    body->addWidget(m_folder);
    body->addWidget(m_filesHeading);
    body->addWidget(m_files);
    body->addStretch(1);
    return scroll;
}

bool ConflictsPane::hasConflicts(const StepView &step)
{
    return step.isAsking && !digestOf(step).isEmpty();
}

void ConflictsPane::setStep(const StepView &step, bool isSame)
{
    m_step = step;
    if (!isSame || digestOf(step) != m_loaded) {
        m_isLoaded = false;
        m_loaded.clear();
    }
    if (m_isLoaded)
        showConflicts();
    loadIfSeen();
}

void ConflictsPane::loadIfSeen()
{
    if (!isVisible() || m_loaded == digestOf(m_step))
        return;
    m_loaded = digestOf(m_step);
    m_state->set(tr("Reading the files…"), {});
    m_stack->setCurrentIndex(0);
    m_loader->load({conflictsOf(m_step)});
}

void ConflictsPane::take(const LoadedEvidence &loaded)
{
    const auto conflicts = loaded.error.isEmpty() ? MergeConflicts::fromBytes(loaded.bytes.value(0))
                                                  : Result<MergeConflicts>(loaded.error);
    if (!conflicts) {
        m_state->set(tr("The conflicts cannot be shown"), conflicts.error().translated());
        return;
    }
    m_conflicts = *conflicts;
    m_isLoaded = true;
    showConflicts();
}

void ConflictsPane::showConflicts()
{
    m_model->setConflicts(m_conflicts, m_step.answers);
    m_stack->setCurrentIndex(isByHand() ? 2 : 1);
    if (isByHand()) {
        showFolder();
    } else {
        const ConflictedFile *shown = m_model->file(m_list->currentIndex().row());
        const bool isDecided =
            shown && !MergeAnswer::take(m_step.answers, shown->path, shown->id).isEmpty();
        const int next = m_model->firstOpen();
        // What was just decided makes room for what is next.
        if (!shown || (isDecided && m_view->path() == shown->path && next >= 0))
            m_list->setCurrentIndex(m_model->index(qMax(0, next)));
        loadCurrent();
    }
    Q_EMIT changed();
}

void ConflictsPane::showFolder()
{
    m_folder->setText(m_conflicts.directory);
    m_left->setVisible(!m_conflicts.left.isEmpty());
    if (!m_conflicts.left.isEmpty())
        m_left->set(Tone::Needs, tr("Still in conflict: %1").arg(m_conflicts.left.join(u", ")));
    QStringList paths;
    for (const ConflictedFile &file : m_conflicts.open(m_step.answers))
        paths.append(QStringLiteral("%1  %2").arg(
            file.path, ConflictListModel::kindText(file.kind, m_conflicts)));
    m_files->setText(paths.join(u'\n'));
}

void ConflictsPane::showFile(const QString &path)
{
    m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(path))));
}

void ConflictsPane::loadCurrent()
{
    const ConflictedFile *file = m_model->file(m_list->currentIndex().row());
    if (!file)
        return;
    const bool isText = MergeAnswer::take(m_step.answers, file->path, file->id) == u"text";
    const QString decided =
        isText ? m_step.answers.value(file->path).value(QStringLiteral("digest")).text()
               : QString();
    m_textWatcher.setFuture(QtConcurrent::run(readTexts, m_reader, *file, decided));
}

void ConflictsPane::showTexts(const ConflictTexts &texts)
{
    m_view->setTexts(texts, m_conflicts,
                     MergeAnswer::take(m_step.answers, texts.file.path, texts.file.id));
}

int ConflictsPane::open() const
{
    return int(m_conflicts.open(m_step.answers).size());
}

QString ConflictsPane::goOnLabel() const
{
    return isByHand() ? tr("I have mended it") : tr("Merge");
}

QString ConflictsPane::sentence() const
{
    if (!m_isLoaded)
        return {};
    if (isByHand())
        return tr("It is checked that nothing is in conflict any more, then committed.");
    return open() > 0 ? tr("%n file(s) still to be decided", nullptr, open())
                      : tr("Everything is decided; nothing of it is in the folder yet.");
}

void ConflictsPane::showEvent(QShowEvent *event)
{
    StepPane::showEvent(event);
    loadIfSeen();
}

void ConflictsPane::retranslate()
{
    m_list->setAccessibleName(tr("Files in conflict"));
    m_folderText->setText(
        tr("The merge is begun in the folder. Mend the files there with what you like, until no "
           "conflict markers are left; `git add` or `git rm` those without markers. Do not commit: "
           "that is done here."));
    m_folderHeading->setTitle(tr("Folder"));
    m_filesHeading->setTitle(tr("Files in conflict"));
    if (m_isLoaded && isByHand())
        showFolder();
}

} // namespace Slipway
