// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

#include <QWidget>

namespace Slipway {

class DiffView;
class ProseLabel;

/// What would give every package one version: the edits of files before they are made, and what
/// no edit settles, such as an image that is to be built anew.
class SettlePane final : public QWidget
{
    Q_OBJECT

public:
    explicit SettlePane(QWidget *parent = nullptr);

    void setLooking();
    void setProblem(const QString &sentence);
    void setSettling(const Settling &settling);
    const Settling &settling() const { return m_settling; }
    void retranslate();

    DiffView *diff() const { return m_diff; }

private:
    void show();
    QString restByHand() const;

    Settling m_settling;
    bool m_isLooking = false;
    QString m_problem;
    ProseLabel *m_summary;
    ProseLabel *m_rest;
    DiffView *m_diff;
};

} // namespace Slipway
