// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/titleblock.h"
#include "ui/theme/statemark.h"

#include <QWidget>
#include <optional>

namespace Slipway {

/// What a MarkedRow says.
struct MarkedText
{
    std::optional<Mark> mark;
    QString title;
    QString detail; ///< lines below it; may be empty
    ChipText chip;  ///< empty text: none

    bool operator==(const MarkedText &) const = default;
};

/// A state's shape, what it is the state of, and below it in small letters what there is to say.
class MarkedRow final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkedRow(const MarkedText &text, QWidget *parent = nullptr);
};

} // namespace Slipway
