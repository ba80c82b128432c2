// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/console.h"
#include "ui/pages/inputrow.h"
#include "ui/pages/runpage.h"
#include "ui/parts/card.h"
#include "ui/theme/theme.h"

#include <memory>

/// The real window with a real engine, used as a person does. What it does ends the test function
/// by a failed check where it cannot be done: look at QTest::currentTestFailed() afterwards.
class WindowDriver final
{
public:
    static constexpr int answerMs = 60'000;
    static constexpr int wayMs = 400'000; ///< many programs, with sanitizers, on a busy machine

    /// Over the SLIPWAY_HOME of this process, in English; shown and active.
    WindowDriver();
    ~WindowDriver();
    WindowDriver(const WindowDriver &) = delete;
    WindowDriver &operator=(const WindowDriver &) = delete;

    Slipway::Console &console() const { return *m_console; }
    Slipway::MainWindow &window() const { return m_console->window(); }
    Slipway::RunPage *page() const { return window().run(); }

    /// Of home, by its name as a screen reader says it; nullptr without.
    Slipway::Card *card(const QString &name) const;
    Slipway::InputRow *row(const char *input) const;
    void type(const char *input, const QString &text) const;
    /// Of the run's page; nullptr without.
    Slipway::Button *button(const char *name) const;
    void pressPrimary() const;
    /// Starts from the page with the inputs; the run's page is open then.
    void start() const;

    /// False if another state is reached from which nothing goes on by itself.
    bool waitFor(Slipway::RunState state) const;
    bool isAt(const char *step) const;
    QByteArray where() const; ///< for the message of a check

    /// At the gate, once the run waits there.
    void approve(const char *gate) const;
    void reject(const char *gate, const QString &comment) const;
    /// "Go again from here" at the step that is shown, up to where the run waits again.
    void goAgain() const;

    /// Keeps the window as NAME.png, and small and in Portuguese as NAME-pt-small.png, if
    /// SLIPWAY_PICTURES names a folder.
    void picture(const QByteArray &name) const;

private:
    void answerQuestion(const QString &id) const;

    std::unique_ptr<Slipway::Theme> m_theme;
    std::unique_ptr<Slipway::Console> m_console;
};
