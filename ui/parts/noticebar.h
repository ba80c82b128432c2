// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace Slipway {

class Button;
class LinkLabel;
class ProseLabel;

/// Something that has to be said across a page: one sentence, the raw text one click away, and
/// at most one thing to do about it.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void set(Tone tone, const QString &sentence, const QString &detail = {},
             const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetail(bool isShown);

    Tone m_tone = Tone::Accent;
    ProseLabel *m_sentence;
    ProseLabel *m_detail;
    LinkLabel *m_more;
    Button *m_action;
};

} // namespace Slipway
