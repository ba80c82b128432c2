// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

#include <QWidget>

class QListView;
class QStackedLayout;

namespace Slipway {

class Button;
class EmptyState;
class OfferModel;
class ProseLabel;
class SearchField;
class TextLabel;
class ToggleChip;

/// Chooses what is compared: the engine's images and containers to tick, files and environments
/// to look for, anything else to write. It says what was ticked; the page keeps the list.
class SourcePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePicker(QWidget *parent = nullptr);

    void setLooking(); ///< the engine is being asked
    void setOffers(const Result<QList<SourceOffer>> &offers);
    void setChosen(const QStringList &sources);
    ImageReading reading() const;
    void find();
    void retranslate();
    QListView *list() const { return m_list; }
    SearchField *field() const { return m_field; }

Q_SIGNALS:
    void toggled(const QString &source);
    void chooseFile();
    void chooseVenv();
    void readingChanged();

private:
    QWidget *createTools();
    QWidget *createReadings();
    void createList();
    void toggleCurrent();
    void showFit();

    OfferModel *m_model;
    SearchField *m_field;
    Button *m_file;
    Button *m_venv;
    QListView *m_list;
    EmptyState *m_none;
    QStackedLayout *m_stack = nullptr;
    TextLabel *m_how;
    QList<ToggleChip *> m_readings; ///< in the order of ImageReading
    ProseLabel *m_meaning;
    QString m_problem;
    bool m_isLooking = false;
};

} // namespace Slipway
