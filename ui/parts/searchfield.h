// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace Slipway {

/// A field of 28 px to find or filter with. Escape empties it, then gives the focus back.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder = {}, QWidget *parent = nullptr);

    /// Placeholder and accessible name.
    void setPurpose(const QString &placeholder);
    QSize sizeHint() const override;

Q_SIGNALS:
    void nextRequested();     ///< Enter, F3
    void previousRequested(); ///< Shift+Enter, Shift+F3
    void left();              ///< Escape in an empty field

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Slipway
