// SPDX-License-Identifier: MIT
#pragma once

#include "app/translations/translations.h"
#include "core/base/clock.h"
#include "core/base/paths.h"
#include "core/checklist/checklist.h"
#include "core/secrets/secretkeeper.h"
#include "core/steps/kind.h"
#include "core/trust/trustquestion.h"
#include "ui/window/mainwindow.h"

#include <QObject>
#include <QSettings>
#include <QThreadPool>
#include <memory>
#include <stop_token>

namespace Slipway {

struct CarryPreview;
class EngineBridge;

/// The console: wires the window to the engine, answers what pages ask about the machine and
/// about folders, and keeps the settings. GUI thread; whatever can block runs in its own pool
/// or in the engine's thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    /// theme is not owned and outlives the console.
    Console(Places places, Theme &theme);
    ~Console() override;
    Q_DISABLE_COPY_MOVE(Console)

    void show();
    /// Opens the page before a start, with values already filled in; or, where the checklist is
    /// not trusted, the page that asks for it. Nothing but files is looked at until it is.
    void openChecklist(const QString &nameOrFile, const Value::Map &given = {});
    /// Compares these sources; none: asks which.
    void compare(const QStringList &sources);
    MainWindow &window() { return *m_window; }

private:
    void connectEngine();
    void connectRuns();
    void connectQuestions();
    void setLanguage(const QString &language);
    void listChecklists();
    void startRun(const QString &file, const Value::Map &inputs, bool stepByStep);
    void rehearse(const QString &file, const Value::Map &inputs);
    void trust(const TrustQuestion &question);
    void showProblem(const Error &error);
    void showContinuation(const CarryPreview &preview);
    void lookAtMachine();
    void checkDirectory(const QString &path);
    void lookForSecrets(const QString &checklist, const QStringList &names);
    void keepSecret(const QString &checklist, const QString &name, const QString &value);
    void forgetSecret(const QString &checklist, const QString &name);
    void openTerminal(const QString &run);
    void previewContinuation(const QString &run, const QString &file, const Value::Map &inputs);
    void verify(const QString &run);

    /// Runs a question in the pool and its answer here.
    template <typename Ask, typename Then>
    void inPool(Ask question, Then then);

    Places m_places;
    SystemClock m_clock;
    KindRegistry m_kinds;
    SecretKeeper m_secrets; // asks the keyring, from the pool and the engine's
    Translations m_translations;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<EngineBridge> m_engine;
    std::unique_ptr<MainWindow> m_window;
    Value::Map m_given;      ///< inputs of the checklist that was opened or started last
    QString m_returnTo;      ///< the run whose page asked for trust; empty: go on to the inputs
    std::stop_source m_stop; ///< of rehearsals
    QThreadPool m_pool;      // last: its jobs use what stands above
};

/// Opens the window and runs until it is closed.
int runConsole(int argc, char *argv[]);

} // namespace Slipway
