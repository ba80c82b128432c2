// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/conflictview.h"
#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

#include <QFutureWatcher>

class QListView;
class QStackedLayout;

namespace Slipway {

class ConflictListModel;
class ConflictView;
class CopyBox;
class EmptyState;
class EvidenceLoader;
class NoticeBar;
class ProseLabel;
class SectionHeading;
struct LoadedEvidence;

/// A merge that waits for a person: the files in conflict at the left, the chosen one at the right;
/// or, once the merge is begun in the folder, what is to be mended there.
class ConflictsPane final : public StepPane
{
    Q_OBJECT

public:
    explicit ConflictsPane(const ObjectReader &reader, QWidget *parent = nullptr);
    ~ConflictsPane() override;

    static bool hasConflicts(const StepView &step);
    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    void showFile(const QString &path);
    ConflictView *view() const { return m_view; }

    bool isByHand() const { return m_conflicts.isByHand; }
    QString directory() const { return m_conflicts.directory; }
    int open() const; ///< files about which nothing was said yet
    bool canGoOn() const { return m_isLoaded && (isByHand() || open() == 0); }
    QString goOnLabel() const;
    QString sentence() const; ///< what is missing before it can go on

Q_SIGNALS:
    void answered(const QString &about, const Slipway::Value::Map &said,
                  const std::optional<QByteArray> &bytes);
    void changed(); ///< what canGoOn() and sentence() say

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *createWindowPart();
    QWidget *createFolderPart();
    void loadIfSeen();
    void take(const LoadedEvidence &loaded);
    void showConflicts();
    void showFolder();
    void loadCurrent();
    void showTexts(const ConflictTexts &texts);

    ObjectReader m_reader;
    StepView m_step;
    MergeConflicts m_conflicts;
    bool m_isLoaded = false;
    QString m_loaded; ///< digest of what was asked for
    EvidenceLoader *m_loader;
    QFutureWatcher<ConflictTexts> m_textWatcher;
    ConflictListModel *m_model;
    QListView *m_list;
    ConflictView *m_view;
    EmptyState *m_state;
    NoticeBar *m_left;
    ProseLabel *m_folderText;
    SectionHeading *m_folderHeading;
    CopyBox *m_folder;
    SectionHeading *m_filesHeading;
    ProseLabel *m_files;
    QStackedLayout *m_stack;
};

} // namespace Slipway
