// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

#include <QMap>
#include <QObject>
#include <QThreadPool>

namespace Slipway {

/// Reads sources in a pool of its own, some at a time, and gives the answers in the thread it
/// lives in. Its end stops what is still being read and waits for that. GUI thread.
class SourceReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceReader)

public:
    using Then = std::function<void(const Result<SourceReading> &reading, qint64 tookMs)>;
    using ThenOffers = std::function<void(const Result<QList<SourceOffer>> &offers)>;

    explicit SourceReader(CompareServices services, QObject *parent = nullptr);
    ~SourceReader() override;

    /// then comes once, unless it is cancelled before.
    void read(quint64 id, const QString &source, ImageReading images, Then then);
    void cancel(quint64 id);
    void cancelAll();
    bool isReading() const { return !m_jobs.isEmpty(); }

    void askOffers(ThenOffers then);
    /// Runs work in the pool, and then its result here.
    template <typename Work, typename After>
    void compute(Work work, After after)
    {
        m_pool.start([this, work = std::move(work), after = std::move(after)]() mutable {
            auto made = work();
            QMetaObject::invokeMethod(
                this, [made = std::move(made), after = std::move(after)] { after(made); },
                Qt::QueuedConnection);
        });
    }
    const CompareServices &services() const { return m_services; }

private:
    struct Job
    {
        std::stop_source stop;
        quint64 number = 0;
    };
    void deliver(quint64 id, quint64 number, const std::function<void()> &then);

    CompareServices m_services;
    QMap<quint64, Job> m_jobs;
    std::stop_source m_stop; ///< of questions for offers
    quint64 m_number = 0;
    QThreadPool m_pool; // last: its jobs use what stands above
};

} // namespace Slipway
