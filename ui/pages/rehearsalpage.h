// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/rehearsal.h"
#include "core/run/runview.h"
#include "ui/pages/page.h"

#include <memory>
#include <mutex>

class QListView;

namespace Slipway {

class ActionBar;
class Button;
class ChangesPane;
class Chip;
class NoticeBar;
class PackagesPane;
class ProseLabel;
class RailModel;
class RehearsedPane;
class TabBar;
class TitleBlock;

/// A rehearsal, shown as the run would be: the rail of its steps, and of the chosen one what it
/// would do, its changes and its commands. A banner says throughout that nothing is done.
class RehearsalPage final : public Page
{
    Q_OBJECT

public:
    explicit RehearsalPage(const Clock *clock,
                           QWidget *parent = nullptr); // not owned, lives longer

    void setRehearsal(const Rehearsal &rehearsal, const QString &language);
    void setLanguage(const QString &language);
    void selectStep(const QString &step, const QString &instance = {});
    void showTab(const QString &id); ///< "main", "changes", "packages"
    QListView *rail() const { return m_list; }
    ActionBar *bar() const { return m_bar; }

    QString placeTitle() const override;
    QString placeNote() const override;

Q_SIGNALS:
    void start(); ///< what was rehearsed
    void back();  ///< to the inputs

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Where the panes read objects: of the rehearsal that is shown, also from their workers.
    struct Source
    {
        std::mutex lock;
        std::shared_ptr<const QTemporaryDir> scratch;
    };

    QWidget *createLeft();
    QWidget *createRight();
    RunView railView() const;
    void showRail();
    void showStep();
    void showPane();
    const RehearsedStep *current() const;
    QString firstStep() const;

    Rehearsal m_rehearsal;
    QString m_language = QStringLiteral("en");
    QString m_step;
    QString m_instance;
    bool m_isQuiet = false;
    std::shared_ptr<Source> m_source = std::make_shared<Source>();

    RailModel *m_model;
    QListView *m_list;
    ProseLabel *m_railTitle;
    Chip *m_chip;
    QWidget *m_left;
    NoticeBar *m_banner;
    TitleBlock *m_title;
    TabBar *m_tabs;
    RehearsedPane *m_what;
    ChangesPane *m_changes;
    PackagesPane *m_packages;
    ActionBar *m_bar;
};

} // namespace Slipway
