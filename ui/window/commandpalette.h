// SPDX-License-Identifier: MIT
#pragma once

#include "ui/window/palettemodel.h"

#include <QPointer>
#include <QWidget>

class QListView;

namespace Slipway {

class SearchField;
class TextLabel;

/// Ctrl+K: a field over the page; typing finds steps, runs and actions, Enter goes there.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void open(const QList<PaletteEntry> &entries);
    void close();

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void showFit();
    void choose();
    bool handleKey(int key);

    PaletteModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    TextLabel *m_none;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace Slipway
