// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/statemark.h"

#include <QWidget>

namespace Slipway {

class ProseLabel;
class StateIcon;
class TextLabel;

/// A person, what they said or may say, and a mark for it.
class PersonRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonRow(QWidget *parent = nullptr);

    /// isOut: named for completeness, may not decide; written fainter.
    void set(Mark mark, const QString &name, const QString &detail, bool isOut = false);

private:
    StateIcon *m_icon;
    ProseLabel *m_name;
    ProseLabel *m_detail;
};

} // namespace Slipway
