// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Slipway {

class Card;
class EmptyState;
class LinkLabel;
class RunsFilter;
class RunsList;
class RunsModel;
class SearchField;
class TextLabel;
class ToggleChip;

/// All runs there are, with a filter by words and by state.
class AllRuns final : public QWidget
{
    Q_OBJECT

public:
    explicit AllRuns(RunsModel *model, QWidget *parent = nullptr); // not owned

    void find();
    void retranslate();

Q_SIGNALS:
    void runOpened(const QString &runId);
    void left(); ///< back to the overview

private:
    QWidget *createTools();
    void applyFilter();
    void showCount();

    RunsFilter *m_filter;
    RunsList *m_list;
    LinkLabel *m_back;
    TextLabel *m_title;
    TextLabel *m_count;
    SearchField *m_search;
    QList<ToggleChip *> m_chips;
    EmptyState *m_empty;
};

} // namespace Slipway
