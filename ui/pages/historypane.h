// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/steppane.h"
#include "ui/parts/markedrow.h"

class QLineEdit;
class QVBoxLayout;

namespace Slipway {

class Button;

/// "History": attempts and what people said and did, the newest first; a place for a note.
class HistoryPane final : public StepPane
{
    Q_OBJECT

public:
    explicit HistoryPane(const Clock *clock, QWidget *parent = nullptr); // not owned, lives longer

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

Q_SIGNALS:
    void noteAdded(const QString &text);

private:
    struct Row
    {
        qint64 time = 0;
        MarkedText text;

        bool operator==(const Row &) const = default;
    };
    QList<Row> rowsOf(const StepView &step) const;
    static QString titleOf(const AttemptView &attempt);
    Row rowOf(const AttemptView &attempt) const;
    void rebuild();
    void add();

    const Clock *m_clock;
    StepView m_step;
    QList<Row> m_rows;
    QLineEdit *m_note;
    Button *m_add;
    QVBoxLayout *m_list;
};

} // namespace Slipway
