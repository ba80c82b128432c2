// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/imagechoices.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLineEdit;

namespace Slipway {

class FactTable;
class LinkLabel;
class NoticeBar;
class ProseLabel;
class TextLabel;

/// One image of a compose file: which tag it has, those it may get, a place for another one, and
/// why the rest was left out.
class ImageChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ImageChoiceRow(const ChoosableImage &image, QWidget *parent = nullptr);

    const ChoosableImage &image() const { return m_image; }
    void setTaken(const QString &tag); ///< empty: nothing was said yet

Q_SIGNALS:
    void chosen(const QString &tag);
    void linkOpened(const QString &link);

private:
    QWidget *createHead();
    void addChoices(QBoxLayout *column);
    void addChoice(QBoxLayout *column, const QString &tag, const QString &label);
    QWidget *createOther();
    void addReasons(QBoxLayout *column);
    void takeTyped();

    ChoosableImage m_image;
    QButtonGroup *m_choices;
    QLineEdit *m_other;
};

} // namespace Slipway
