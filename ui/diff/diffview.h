// SPDX-License-Identifier: MIT
#pragma once

#include "ui/diff/difffiles.h"

#include <QWidget>
#include <memory>

class QListView;
class QStackedLayout;

namespace Slipway {

class DiffCanvas;
class DiffComparer;
class DiffFileModel;
class ElidedLabel;
class EmptyState;
class TextLabel;
class ToggleChip;

/// Changed files: their list at the left, the lines of the chosen one at the right. The
/// comparison is done by a worker; the list is there at once.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    /// The same files again change nothing; the file shown stays when it is among them.
    void setFiles(const DiffFiles &files);
    const DiffFiles &files() const;
    QByteArray patch() const { return patchOf(files()); }
    void setEmptyText(const QString &title, const QString &text);
    void showFile(int index);
    bool isComparing() const { return m_open > 0; }

Q_SIGNALS:
    void compared(); ///< all files

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createList();
    QWidget *createRight();
    void connectParts();
    void retranslate();
    void showCurrent();

    DiffFileModel *m_model;
    DiffComparer *m_comparer;
    QListView *m_list = nullptr;
    DiffCanvas *m_canvas = nullptr;
    EmptyState *m_remark = nullptr; ///< instead of lines: binary, equal
    EmptyState *m_empty = nullptr;
    ElidedLabel *m_title = nullptr;
    TextLabel *m_counts = nullptr;
    ToggleChip *m_side = nullptr;
    ToggleChip *m_whitespace = nullptr;
    QStackedLayout *m_rightStack = nullptr;
    QStackedLayout *m_stack = nullptr;
    int m_open = 0; ///< files not compared yet
};

} // namespace Slipway
