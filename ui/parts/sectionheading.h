// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/text.h"

#include <QWidget>

namespace Slipway {

class LinkLabel;
class TextLabel;

/// "Runs", faint words beside it ("running, waiting and the last 30 days"), a link at the right.
class SectionHeading final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeading(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Title's size, for the first heading of home.
    void setLarge(bool isLarge);
    void setNote(const QString &note);
    void setLink(const QString &label); ///< empty: none

Q_SIGNALS:
    void linkActivated();

private:
    TextLabel *m_title;
    TextLabel *m_note;
    LinkLabel *m_link;
};

} // namespace Slipway
