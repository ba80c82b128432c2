// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparefilter.h"
#include "ui/compare/comparerows.h"
#include "ui/compare/comparesource.h"
#include "ui/pages/page.h"

class QStackedLayout;

namespace Slipway {

class ActionBar;
class ChangeBars;
class CompareTable;
class EmptyState;
class LinkLabel;
class NoticeBar;
class PackageDetails;
class ProseLabel;
class SearchField;
class SettlePane;
class SourcePicker;
class SourceProblems;
class SourceReader;
class SourceStrip;
class TextLabel;
class ToggleChip;

/// Any number of images, containers, environments and lists side by side. Opens without a run;
/// its sources are read by workers while it already shows what is there.
class ComparePage final : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const CompareServices &services, QWidget *parent = nullptr);
    ~ComparePage() override;

    /// Reads these and compares them with the first; none: asks which.
    void compare(const QStringList &sources);
    /// What was read before, such as the evidence of a step.
    void compareRead(const QList<Inventory> &inventories);
    void addSource(const QString &source);
    void removeSource(quint64 id);
    void setBaseline(quint64 id);
    void swap(); ///< of two sources
    void readAgain(quint64 id);
    void readAllAgain();
    void cancelReading();
    /// In the format that the name's end says: .csv, .json, .md, .html.
    void exportTo(const QString &file);
    QString markdown() const;

    const QList<CompareSource> &sources() const { return m_sources; }
    quint64 baseline() const { return m_baseline; }
    const CompareRows &rows() const;
    bool isReading() const;

    CompareTable *table() const { return m_table; }
    SourcePicker *picker() const { return m_picker; }
    SourceStrip *strip() const { return m_strip; }
    ActionBar *bar() const { return m_bar; }
    void setPicking(bool isPicking);
    /// Shows what would give every package one version, in the files among the sources and in the
    /// folders that were added.
    void setSettling(bool isSettling);
    void addFolder(const QString &folder);
    SettlePane *settlement() const { return m_settle; }
    void setWanted(const CompareFilter::Wanted &wanted); ///< and the chips that show it

    QString placeTitle() const override;
    void find() override;
    void lookAgain() override;
    bool stepBack() override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createTools();
    QWidget *createBody();
    void connectParts();

    void act(const QString &action);
    CompareSource *addToList(const QString &source);
    void startReading(CompareSource *source);
    void finishReading(quint64 id, const Result<SourceReading> &reading, qint64 tookMs);
    CompareSource *find(quint64 id);
    void move(quint64 id, int by);
    void openMenu(quint64 id);
    void openExportMenu();
    void chooseFile();
    void chooseVenv();
    void askOffers();
    void startAnew();
    void recompute();
    void finish(const CompareRows &rows, quint64 generation);
    void takeRows(const CompareRows &rows);
    void filter();

    void chooseFolder();
    void lookForSettling();
    void writeSettling();
    void showSettleBar();
    bool actSettling(const QString &action);

    void showParts();
    void showSources();
    void showState();
    void showBar();
    void showDetails();
    QString title() const;
    QString howItWasRead() const;
    int readingCount() const;
    bool isAtWork() const; ///< reading, or comparing what was read

    SourceReader *m_reader;
    QList<CompareSource> m_sources;
    quint64 m_baseline = 0;
    quint64 m_lastId = 0;
    quint64 m_generation = 0;      ///< of what is to be compared; grows with each change
    quint64 m_firstGeneration = 0; ///< of these sources
    quint64 m_shownGeneration = 0;
    bool m_isComputing = false;
    bool m_isPicking = false;
    bool m_isSettling = false;
    QStringList m_folders; ///< whose files are to be settled too
    quint64 m_settlingNumber = 0;

    NoticeBar *m_notice;
    ProseLabel *m_title;
    SourceStrip *m_strip;
    TextLabel *m_how;
    LinkLabel *m_swap;
    LinkLabel *m_again;
    ChangeBars *m_bars;
    SourceProblems *m_problems;
    QWidget *m_tools = nullptr;
    SearchField *m_find;
    QList<ToggleChip *> m_filters; ///< differences, major, disagreeing, top level
    TextLabel *m_shown;
    CompareTable *m_table;
    PackageDetails *m_details;
    SourcePicker *m_picker;
    SettlePane *m_settle;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_tableBox = nullptr;
    ActionBar *m_bar;
};

} // namespace Slipway
