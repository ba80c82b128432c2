// SPDX-License-Identifier: MIT
#include "ui/pages/patheditor.h"

#include "ui/pages/lineeditor.h"
#include "ui/pages/pathlisteditor.h"
#include "ui/pages/pathrow.h"
#include "ui/parts/button.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Slipway {

PathEditor::PathEditor(Kind kind, QWidget *parent)
    : InputEditor(parent)
    , m_kind(kind)
    , m_line(new QLineEdit)
    , m_browse(new Button)
    , m_factRow(new QWidget)
    , m_icon(new StateIcon(Mark::Running))
    , m_fact(new ProseLabel(Theme::Role::Small, Ink::Second))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_line->setMaximumWidth(theme().px(420));
    m_line->setFont(theme().font(Theme::Role::Fixed));
    row->addWidget(m_line, 1000);
    row->addWidget(m_browse);
    row->addStretch(1);
    column->addLayout(row);
    auto *found = new QHBoxLayout(m_factRow);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(theme().px(8));
    found->addWidget(m_icon);
    found->addWidget(m_fact, 1);
    column->addWidget(m_factRow);
    m_factRow->hide();
    setAcceptDrops(true);
    m_line->setAcceptDrops(false); // a dropped folder is a path, not a file: URL as text
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        m_factRow->hide();
        Q_EMIT changed();
    });
    connect(m_browse, &Button::clicked, this, &PathEditor::browse);
    retranslate();
}

QString PathEditor::path() const
{
    return homeExpanded(m_line->text().trimmed());
}

Value PathEditor::value() const
{
    return Value(path());
}

void PathEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(homeShortened(value.display()));
    m_factRow->hide();
}

QStringList PathEditor::directories() const
{
    if (m_kind == Kind::File || path().isEmpty())
        return {};
    return {path()};
}

void PathEditor::setDirectoryFact(const QString &path, const DirectoryFact &fact)
{
    if (path != this->path() || m_kind == Kind::File)
        return;
    m_icon->setMark(markOf(fact.state));
    m_fact->setInk(fact.state == MachineFact::State::Missing ? Ink::Failed : Ink::Second);
    m_fact->setSpans({{fact.text, Span::Style::Plain}});
    m_factRow->show();
}

void PathEditor::setInvalid(bool isInvalid)
{
    markInvalid(m_line, isInvalid);
}

void PathEditor::setSpokenName(const QString &name)
{
    m_line->setAccessibleName(name);
    m_browse->setAccessibleDescription(name);
}

void PathEditor::take(const QString &path)
{
    m_line->setText(homeShortened(path));
}

void PathEditor::browse()
{
    const bool isFolder = m_kind == Kind::Directory;
    auto *dialog =
        new QFileDialog(this, isFolder ? tr("Choose a folder") : tr("Choose a file"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    connect(dialog, &QFileDialog::fileSelected, this, &PathEditor::take);
    dialog->open();
}

void PathEditor::retranslate()
{
    m_browse->setLabel(tr("Browse…"));
}

void PathEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedFolders(event).size() == 1)
        event->acceptProposedAction();
}

void PathEditor::dropEvent(QDropEvent *event)
{
    take(draggedFolders(event).value(0));
    event->acceptProposedAction();
}

} // namespace Slipway
