// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/markedrow.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QLineEdit;

namespace Slipway {

class Button;
class ProseLabel;
class ScrollColumn;

/// A question above the action bar instead of a dialog: a sentence that names what it is
/// about, a field if words are wanted, the answer, and a way out (Escape).
class AskStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Question
    {
        QString id; ///< what confirmed() gives back
        QString sentence;
        QList<MarkedText> rows; ///< what it is about, one by one; may be empty
        QString placeholder;    ///< of the field; empty: no field
        bool needsWords = false;
        QString confirm; ///< label of the answer
        Tone tone = Tone::Accent;
    };

    explicit AskStrip(QWidget *parent = nullptr);

    void ask(const Question &question);
    void close();
    QString questionId() const { return m_question.id; }

Q_SIGNALS:
    void confirmed(const QString &id, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRows();
    void answer();
    void showState();

    Question m_question;
    ProseLabel *m_sentence;
    ScrollColumn *m_rows;
    QLineEdit *m_field;
    Button *m_keep;
    Button *m_confirm;
};

} // namespace Slipway
