// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Slipway {

/// What all pages of the window have in common: a ground, a place in the top bar, and texts
/// that follow the language while the window is open. A page takes a value and shows it, asks
/// through signals and knows no engine. GUI thread.
class Page : public QWidget
{
    Q_OBJECT

public:
    enum class Ground
    {
        Background, ///< behind cards: home
        Panel
    };

    explicit Page(Ground ground, QWidget *parent = nullptr);

    /// What the top bar says: a name, and beside it something like "run 7f3a".
    virtual QString placeTitle() const = 0;
    virtual QString placeNote() const { return {}; }
    /// Ctrl+F: brings the focus to what searches this page, if anything does.
    virtual void find() {}
    /// F5: asks anew for what may have changed outside.
    virtual void lookAgain() {}
    /// Escape: true if the page closed something of its own, false if the window may go back.
    virtual bool stepBack() { return false; }

Q_SIGNALS:
    void placeChanged();

protected:
    /// Sets every text that is not data; called on each change of language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
};

} // namespace Slipway
