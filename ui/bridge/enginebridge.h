// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/engine.h"

#include <QObject>
#include <QThread>

namespace Slipway {

/// The window's side of the engine, and the only class of ui that knows there is another
/// thread. Calls are queued to the engine's thread; what comes back are values. GUI thread.
class EngineBridge final : public QObject
{
    Q_OBJECT

public:
    /// Starts the engine's thread. kinds and clock are not owned and outlive it.
    EngineBridge(Places places, const KindRegistry &kinds, const Clock &clock, QString author,
                 QObject *parent = nullptr);
    /// Waits until the engine has let go of its runs; programs go on under their supervisors.
    ~EngineBridge() override;
    Q_DISABLE_COPY_MOVE(EngineBridge)

    /// Calls the engine in its own thread: call([=](Engine &engine) { engine.watchRun(id); }).
    template <typename Action>
    void call(Action action)
    {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, action = std::move(action)] { action(*engine); },
            Qt::QueuedConnection);
    }

Q_SIGNALS:
    void runStarted(const QString &run);
    void runChanged(const Slipway::RunView &view);
    void homeChanged(const QList<Slipway::WaitingItem> &waiting,
                     const QList<Slipway::RunSummary> &runs);
    void undoPreviewed(const Slipway::UndoPreview &preview);
    void continuationPreviewed(const Slipway::CarryPreview &preview);
    void outputsNeeded(const QString &run, const Slipway::StepKey &key, const QStringList &names,
                       const Slipway::Error &why);
    void failed(const Slipway::Error &error);

private:
    QThread m_thread;
    Engine *m_engine; // lives in m_thread, deleted there
};

} // namespace Slipway
