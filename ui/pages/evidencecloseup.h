// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/pages/objectreader.h"

#include <QWidget>

namespace Slipway {

class ElidedLabel;
class EvidenceViewer;
class LinkLabel;

/// One piece of evidence in place of the list it was opened from, with the way back.
class EvidenceCloseUp final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceCloseUp(const ObjectReader &reader, QWidget *parent = nullptr);

    void show(const EvidenceView &evidence, const QString &title, const QString &wayBack);
    void clear();
    void find();
    void retranslate();

Q_SIGNALS:
    void left();

private:
    LinkLabel *m_back;
    ElidedLabel *m_title;
    EvidenceViewer *m_viewer;
};

} // namespace Slipway
