// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/statemark.h"

#include <QList>
#include <QWidget>
#include <optional>

class QHBoxLayout;

namespace Slipway {

class Chip;
class ProseLabel;
class StateIcon;

/// What a chip says.
struct ChipText
{
    QString text;
    Tone tone = Tone::Plain;

    bool operator==(const ChipText &) const = default;
};

/// The head of a page: mark, a title a person would say, chips, one or two lines of why.
/// `Backquotes` in the description give the fixed font.
class TitleBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit TitleBlock(QWidget *parent = nullptr);

    void setMark(std::optional<Mark> mark); ///< without: the title starts at the margin
    void setTitle(const QString &title);
    /// Changed in place: calling it every second does not flicker.
    void setChips(const QList<ChipText> &chips);
    void setDescription(const QString &description);

private:
    StateIcon *m_icon;
    ProseLabel *m_title;
    ProseLabel *m_description;
    QHBoxLayout *m_line;
    QList<Chip *> m_chips;
};

} // namespace Slipway
