// SPDX-License-Identifier: MIT
#include "ui/pages/pathlisteditor.h"

#include "ui/pages/pathrow.h"
#include "ui/parts/button.h"
#include "ui/parts/proselabel.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QUrl>

namespace Slipway {

QStringList draggedFolders(const QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

PathListEditor::PathListEditor(QWidget *parent)
    : InputEditor(parent)
    , m_column(new QVBoxLayout)
    , m_none(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_add(new Button)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    m_column->setSpacing(0);
    column->addLayout(m_column);
    column->addWidget(m_none);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    column->addLayout(row);
    setAcceptDrops(true);
    setFocusProxy(m_add);
    connect(m_add, &Button::clicked, this, &PathListEditor::browse);
    retranslate();
}

Value PathListEditor::value() const
{
    return Value::ofTexts(directories());
}

QStringList PathListEditor::directories() const
{
    QStringList paths;
    for (const PathRow *row : m_rows)
        paths.append(row->path());
    return paths;
}

void PathListEditor::setValue(const Value &value)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    const QStringList paths = value.texts();
    for (const QString &path : paths)
        add(path);
    m_none->setVisible(m_rows.isEmpty());
}

void PathListEditor::add(const QString &path)
{
    if (path.isEmpty() || directories().contains(path))
        return;
    auto *row = new PathRow(path);
    if (m_facts.contains(path))
        row->setFact(m_facts.value(path));
    connect(row, &PathRow::removed, this, [this, row] { remove(row); });
    m_rows.append(row);
    m_column->addWidget(row);
    m_none->hide();
}

void PathListEditor::remove(PathRow *row)
{
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater(); // its own click led here
    m_none->setVisible(m_rows.isEmpty());
    m_add->setFocus();
    Q_EMIT changed();
}

void PathListEditor::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        add(path);
        Q_EMIT changed();
    });
    dialog->open();
}

void PathListEditor::setDirectoryFact(const QString &path, const DirectoryFact &fact)
{
    m_facts.insert(path, fact);
    for (PathRow *row : std::as_const(m_rows)) {
        if (row->path() == path)
            row->setFact(fact);
    }
}

void PathListEditor::setInvalid(bool) {} // the sentence below says it; there is no field

void PathListEditor::setSpokenName(const QString &name)
{
    m_add->setAccessibleDescription(name);
}

void PathListEditor::retranslate()
{
    m_add->setLabel(tr("Add a folder…"));
    m_none->setText(tr("No folder chosen yet. Folders can also be dropped here."));
    for (PathRow *row : std::as_const(m_rows))
        row->retranslate();
}

void PathListEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFolders(event).isEmpty())
        event->acceptProposedAction();
}

void PathListEditor::dropEvent(QDropEvent *event)
{
    const QStringList paths = draggedFolders(event);
    for (const QString &path : paths)
        add(path);
    event->acceptProposedAction();
    Q_EMIT changed();
}

} // namespace Slipway
