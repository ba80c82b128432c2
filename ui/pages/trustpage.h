// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/trustquestion.h"
#include "ui/pages/page.h"

class QVBoxLayout;

namespace Slipway {

class ActionBar;
class DiffView;
class FactTable;
class NoticeBar;
class ProseLabel;
class ScrollColumn;
class SectionHeading;
class TabBar;
class TitleBlock;

/// May this checklist run here? What it would touch, by kind, and its text, or what changed in it
/// since it was trusted. It shows bytes that were read before: it asks no file and no program.
class TrustPage final : public Page
{
    Q_OBJECT

public:
    explicit TrustPage(QWidget *parent = nullptr);

    void setQuestion(const TrustQuestion &question, const QString &language);
    void setLanguage(const QString &language);
    void showTab(const QString &id); ///< "touches", "text"
    ActionBar *bar() const { return m_bar; }

    QString placeTitle() const override;
    QString placeNote() const override;

Q_SIGNALS:
    /// These bytes, not what lies there by now.
    void trusted(const Slipway::TrustQuestion &question);
    void declined();

protected:
    void retranslate() override;

private:
    QWidget *createTouches();
    void showHead();
    void showTouches();
    void addSection(Reach what);
    void showText();
    void showPane();

    TrustQuestion m_question;
    QString m_language = QStringLiteral("en");

    TitleBlock *m_title;
    TabBar *m_tabs;
    QWidget *m_touches;
    NoticeBar *m_warning;
    FactTable *m_facts;
    QVBoxLayout *m_sections;
    ProseLabel *m_limits;
    DiffView *m_text;
    ActionBar *m_bar;
};

} // namespace Slipway
