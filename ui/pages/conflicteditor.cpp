// SPDX-License-Identifier: MIT
#include "ui/pages/conflicteditor.h"

#include "ui/parts/text.h"
#include "ui/theme/theme.h"

#include <QSignalBlocker>
#include <QTextBlock>

namespace Slipway {

namespace {

QByteArray joined(const QList<MergeChunk> &chunks, QByteArray MergeChunk::*side)
{
    QByteArray all;
    for (const MergeChunk &chunk : chunks)
        all += chunk.isConflict ? chunk.*side : chunk.text;
    return all;
}

QString asText(QByteArray bytes)
{
    return QString::fromUtf8(bytes.replace("\r\n", "\n"));
}

/// Every line of it ends in this way, or it has only one line.
bool endsAlways(const QByteArray &bytes, bool hasCarriageReturns)
{
    const qsizetype lines = bytes.count('\n');
    return hasCarriageReturns ? bytes.count("\r\n") == lines : !bytes.contains('\r');
}

/// The raw text of a document, with line ends; Shift+Enter makes one, too.
QString linesOf(QString text)
{
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

/// A line end where another piece follows.
QString asLines(QString text)
{
    return text.isEmpty() || text.endsWith(u'\n') ? text : text + u'\n';
}

} // namespace

ConflictEditor::ConflictEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    // Whatever characters a file holds, its lines are shown in the order of their bytes.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    followTheme(this, [this] {
        setFont(theme().font(Theme::Role::Fixed));
        QPalette colours = palette();
        colours.setColor(QPalette::Base, tokens().code);
        setPalette(colours);
        mark();
    });
    connect(this, &QPlainTextEdit::textChanged, this, &ConflictEditor::mark);
}

/// True if the editor gives the same bytes back.
bool ConflictEditor::show(const QByteArray &bytes)
{
    m_hasCarriageReturns = bytes.contains("\r\n");
    setPlainText(asText(bytes));
    document()->setModified(false);
    if (this->bytes() == bytes)
        return true;
    m_places.clear();
    clear();
    return false;
}

bool ConflictEditor::setChunks(const QList<MergeChunk> &chunks, const QString &ours,
                               const QString &theirs)
{
    m_places.clear();
    m_current = -1;
    m_ours = ours;
    m_theirs = theirs;
    const QByteArray allOurs = joined(chunks, &MergeChunk::ours);
    const QByteArray allTheirs = joined(chunks, &MergeChunk::theirs);
    // Both go through it unharmed, and so does what is put together of their pieces.
    if (!show(allTheirs) || !show(allOurs) || !endsAlways(allTheirs, m_hasCarriageReturns) ||
        !endsAlways(allOurs, m_hasCarriageReturns)) {
        clear();
        return false;
    }
    clear();
    const QSignalBlocker quiet(this); // it is marked once, at the end
    QTextCursor writer(document());
    int ourLine = 1;
    int theirLine = 1;
    for (const MergeChunk &chunk : chunks) {
        if (!chunk.isConflict) {
            writer.insertText(asText(chunk.text));
        } else {
            Place place{chunk, writer, writer, ourLine, theirLine};
            place.start.setKeepPositionOnInsert(true);
            writer.insertText(textFor(place, Choice::Open));
            place.end = writer;
            place.end.setKeepPositionOnInsert(true); // what follows is written there
            m_places.append(place);
        }
        ourLine += int((chunk.isConflict ? chunk.ours : chunk.text).count('\n'));
        theirLine += int((chunk.isConflict ? chunk.theirs : chunk.text).count('\n'));
    }
    for (Place &place : m_places)
        place.end.setKeepPositionOnInsert(false); // what is typed there belongs to it
    document()->setModified(false);
    document()->clearUndoRedoStacks();
    mark();
    return true;
}

bool ConflictEditor::setDecided(const QByteArray &bytes)
{
    m_places.clear();
    m_current = -1;
    return show(bytes) && endsAlways(bytes, m_hasCarriageReturns);
}

QString ConflictEditor::textFor(const Place &place, Choice choice) const
{
    const QString ours = asText(place.chunk.ours);
    const QString theirs = asText(place.chunk.theirs);
    if (choice == Choice::Ours)
        return ours;
    if (choice == Choice::Theirs)
        return theirs;
    if (choice == Choice::Both)
        return asLines(ours) + theirs;
    return QStringLiteral("<<<<<<< %1\n").arg(m_ours) + asLines(ours) +
           QStringLiteral("=======\n") + asLines(theirs) +
           QStringLiteral(">>>>>>> %1\n").arg(m_theirs);
}

QString ConflictEditor::textAt(const Place &place) const
{
    QTextCursor cursor(document());
    cursor.setPosition(place.start.position());
    cursor.setPosition(place.end.position(), QTextCursor::KeepAnchor);
    return linesOf(cursor.selectedText());
}

ConflictEditor::Choice ConflictEditor::choice(int conflict) const
{
    const Place &place = m_places[conflict];
    const QString text = textAt(place);
    for (const Choice known : {Choice::Open, Choice::Ours, Choice::Theirs, Choice::Both}) {
        if (text == textFor(place, known))
            return known;
    }
    const bool hasMarkers =
        text.contains(QStringLiteral("<<<<<<< ")) || text.contains(QStringLiteral(">>>>>>> "));
    return hasMarkers ? Choice::Open : Choice::Edited;
}

void ConflictEditor::choose(int conflict, Choice choice)
{
    Place &place = m_places[conflict];
    // A cursor at its end must stay there while what stands before it is taken away and put in.
    const int start = place.start.position();
    QTextCursor writer(document());
    writer.beginEditBlock();
    writer.setPosition(start);
    writer.setPosition(place.end.position(), QTextCursor::KeepAnchor);
    writer.removeSelectedText();
    writer.insertText(textFor(place, choice));
    const int end = writer.position();
    writer.endEditBlock();
    place.start.setPosition(start);
    place.end.setPosition(end);
    for (qsizetype next = conflict + 1; next < m_places.size(); ++next) {
        // Two places may touch: the one behind begins where this one ends.
        if (m_places[next].start.position() < end)
            m_places[next].start.setPosition(end);
    }
    mark();
}

int ConflictEditor::openConflicts() const
{
    int open = 0;
    for (int i = 0; i < conflicts(); ++i)
        open += choice(i) == Choice::Open ? 1 : 0;
    return open;
}

void ConflictEditor::showConflict(int conflict)
{
    m_current = conflict;
    if (conflict >= 0 && conflict < conflicts()) {
        QTextCursor cursor(document());
        cursor.setPosition(m_places[conflict].start.position());
        setTextCursor(cursor);
        centerCursor();
    }
    mark();
}

int ConflictEditor::lineIn(int conflict, bool isOurs) const
{
    return isOurs ? m_places[conflict].ourLine : m_places[conflict].theirLine;
}

/// The places of the conflicts get a ground of their own.
void ConflictEditor::mark()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (int i = 0; i < conflicts(); ++i) {
        const bool isOpen = choice(i) == Choice::Open;
        QTextEdit::ExtraSelection selection;
        const QColor ground = isOpen ? tokens().needsSoft : tokens().doneSoft;
        selection.format.setBackground(i == m_current ? ground : faded(ground, 0.55));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextBlock block = document()->findBlock(m_places[i].start.position());
        const int end = m_places[i].end.position();
        for (; block.isValid() && block.position() < end; block = block.next()) {
            selection.cursor = QTextCursor(block);
            selections.append(selection);
        }
    }
    setExtraSelections(selections);
}

QByteArray ConflictEditor::bytes() const
{
    // As it is: the plain text of a document has other blanks than were typed.
    QByteArray bytes = linesOf(document()->toRawText()).toUtf8();
    if (m_hasCarriageReturns)
        bytes.replace("\n", "\r\n");
    return bytes;
}

} // namespace Slipway
