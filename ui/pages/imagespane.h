// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/imagechoices.h"
#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

class QStackedLayout;
class QVBoxLayout;

namespace Slipway {

class EmptyState;
class EvidenceLoader;
class FactTable;
class ImageChoiceRow;
class ProseLabel;
class SectionHeading;
struct LoadedEvidence;

/// A step that waits for a person to choose the tags of images: those to be decided about, one
/// below the other, and what becomes of the rest.
class ImagesPane final : public StepPane
{
    Q_OBJECT

public:
    explicit ImagesPane(const ObjectReader &reader, QWidget *parent = nullptr);

    static bool hasImages(const StepView &step);
    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

    int open() const; ///< images about which nothing was said yet
    bool canGoOn() const { return m_isLoaded && open() == 0; }
    QString sentence() const; ///< what is missing before it can go on
    QList<ImageChoiceRow *> rows() const { return m_rows; }

Q_SIGNALS:
    void answered(const QString &about, const Slipway::Value::Map &said,
                  const std::optional<QByteArray> &bytes);
    void linkOpened(const QString &link);
    void changed(); ///< what canGoOn() and sentence() say

protected:
    void showEvent(QShowEvent *event) override;

private:
    void loadIfSeen();
    void take(const LoadedEvidence &loaded);
    void rebuild();
    void showTaken();

    StepView m_step;
    ImageChoices m_choices;
    bool m_isLoaded = false;
    QString m_loaded; ///< digest of what was asked for
    EvidenceLoader *m_loader;
    EmptyState *m_state;
    ProseLabel *m_file;
    SectionHeading *m_openHeading;
    QVBoxLayout *m_openRows;
    SectionHeading *m_restHeading;
    FactTable *m_rest;
    QList<ImageChoiceRow *> m_rows;
    QStackedLayout *m_stack;
};

} // namespace Slipway
