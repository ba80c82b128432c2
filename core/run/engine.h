// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/continuation.h"
#include "core/run/people.h"
#include "core/run/rundriver.h"
#include "core/run/runservices.h"
#include "core/run/runstarter.h"
#include "core/run/runview.h"
#include "core/run/undopreview.h"
#include "core/run/watchedrun.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <map>
#include <memory>
#include <stop_token>

namespace Slipway {

/// All runs of a console: drives those that were started or continued here, watches the one
/// that is looked at, lists the others. Lives in the engine's thread; a window calls it by
/// queued calls and gets values by signals.
class Engine final : public QObject
{
    Q_OBJECT

public:
    /// kinds and clock are not owned and outlive it.
    Engine(Places places, const KindRegistry &kinds, const Clock &clock, QString author);
    ~Engine() override;
    Q_DISABLE_COPY_MOVE(Engine)

    /// Where secrets are kept; not owned. Before a run is driven.
    void setSecrets(SecretKeeper *secrets) { m_secrets = secrets; }
    /// Opens the journal and begins to look for what others append. First of all.
    void open();
    /// Language of all views from now on, such as "pt_BR".
    void setLanguage(const QString &language);

    void refreshHome();
    /// Creates a run and begins to drive it. starts: -1 until someone is needed, 1 step by step.
    void startRun(const NewRunRequest &request, int starts);
    /// Says by continuationPreviewed() what a new run would take over from this one, or why it
    /// cannot. An empty checklist in the request: the run's own file, read anew.
    void previewContinuationOf(const QString &run, const NewRunRequest &request);
    /// Creates the run that continues this one, which is closed, and begins to drive it.
    void startContinuationOf(const QString &run, const NewRunRequest &request, int starts);
    /// Shows a run from now on: runChanged comes at every change.
    void watchRun(const QString &run);
    /// No more of this run; nothing if another is shown by now.
    void stopWatching(const QString &run);
    /// Drives the run from here, or lets the driver that is here start more.
    void continueRun(const QString &run, int starts);

    void confirm(const QString &run, const StepKey &key);
    /// outputs: what the step gives, as far as the person says it. What later steps use and
    /// neither the person nor a probe says is asked for by outputsNeeded().
    /// May have to ask the world first; another tick of the step meanwhile counts as the same.
    void tick(const QString &run, const StepKey &key, const QString &note,
              const Value::Map &outputs = {});
    void approve(const QString &run, const StepKey &key, const QList<int> &ticked,
                 const QString &comment, const QString &shown);
    void reject(const QString &run, const StepKey &key, const QString &comment,
                const QString &shown);
    /// Takes back what this person decided on an open gate.
    void withdraw(const QString &run, const StepKey &key);
    void retry(const QString &run, const StepKey &key);
    void answer(const QString &run, const StepKey &key, const QString &about,
                const Value::Map &said, const std::optional<QByteArray> &bytes);
    void skip(const QString &run, const StepKey &key, const QString &reason);
    /// Go again from here: key names a whole step, or one instance.
    void reset(const QString &run, const StepKey &key, const QString &note);
    /// Asks what an undo would reverse; undoPreviewed answers. to: id of the step that stays, with
    /// all before it; empty: everything is undone.
    void previewUndo(const QString &run, const QString &to);
    /// Asks to undo, and begins. leaveImpossible: what cannot be undone may stay in place;
    /// otherwise that is refused. A failed undo is then retried, or skipped to leave it.
    void askUndo(const QString &run, const QString &to, bool leaveImpossible, const QString &note);
    void settle(const QString &run, const StepKey &key, const QString &verdict,
                const QString &note);
    void probeAgain(const QString &run, const StepKey &key);
    /// Secrets were given or forgotten: what waits for one goes on.
    void lookForSecrets();
    void addNote(const QString &run, const StepKey &key, const QString &text);
    void cancelRun(const QString &run);
    void cancelStep(const QString &run, const StepKey &key);

Q_SIGNALS:
    void runStarted(const QString &run);
    void runChanged(const Slipway::RunView &view);
    void homeChanged(const QList<Slipway::WaitingItem> &waiting,
                     const QList<Slipway::RunSummary> &runs);
    void undoPreviewed(const Slipway::UndoPreview &preview);
    void continuationPreviewed(const Slipway::CarryPreview &preview);
    /// The step was not ticked: these outputs have to be said. why says so in a sentence.
    void outputsNeeded(const QString &run, const Slipway::StepKey &key, const QStringList &names,
                       const Slipway::Error &why);
    void failed(const Slipway::Error &error);

private:
    static Error journalClosed();
    RunServices services() const;
    RunDriver *driver(const QString &run) const;
    RunDriver *drive(const QString &run, int starts);
    template <typename Action>
    void act(const QString &run, Action action);
    void afterEvent(const QString &run);
    void decide(const QString &run, const People::Decision &decision);
    void ticked(const QString &run, const StepKey &key, const QString &note,
                const Result<Value::Map> &answered);
    void allowOne(const QString &run);
    void poll();
    void publish();
    void publishSoon();
    void readWatched();

    Places m_places;
    const KindRegistry &m_kinds; // not owned
    const Clock &m_clock;        // not owned
    SecretKeeper *m_secrets = nullptr;
    QString m_author;
    QString m_language = QStringLiteral("en");
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WatchedRun> m_watched;
    QTimer m_poll;
    QTimer m_publish;
    qint64 m_changeMark = -1;
    QList<QPair<QString, StepKey>> m_ticking;  ///< steps of which is being found out what they gave
    QList<QPair<QString, StepKey>> m_deciding; ///< gates on which a decision is being signed
    std::map<QString, std::unique_ptr<RunDriver>> m_drivers; // use the store: gone before it
    std::stop_source m_stop;                                 ///< of the pool
    QThreadPool m_pool;                                      // last: its jobs use what stands above
};

} // namespace Slipway
