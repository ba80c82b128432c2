// SPDX-License-Identifier: MIT
#include "ui/compare/sourcereader.h"

#include <QElapsedTimer>

namespace Slipway {

namespace {
// An engine serves few archives at once; more would only hold threads.
constexpr int sideBySide = 4;
} // namespace

SourceReader::SourceReader(CompareServices services, QObject *parent)
    : QObject(parent), m_services(std::move(services))
{
    m_pool.setMaxThreadCount(sideBySide);
}

SourceReader::~SourceReader()
{
    cancelAll();
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void SourceReader::read(quint64 id, const QString &source, ImageReading images, Then then)
{
    cancel(id);
    if (!m_services.read)
        return;
    Job &job = m_jobs[id];
    job.number = ++m_number;
    m_pool.start([this, id, source, images, then = std::move(then), number = job.number,
                  stop = job.stop.get_token(), read = m_services.read] {
        QElapsedTimer time;
        time.start();
        if (stop.stop_requested())
            return;
        const auto reading = read(source, images, stop);
        const qint64 tookMs = time.elapsed();
        QMetaObject::invokeMethod(
            this,
            [this, id, number, then, reading, tookMs] {
                deliver(id, number, [&] { then(reading, tookMs); });
            },
            Qt::QueuedConnection);
    });
}

/// What was cancelled, or asked for anew, has no one to hear it.
void SourceReader::deliver(quint64 id, quint64 number, const std::function<void()> &then)
{
    if (m_jobs.value(id).number != number)
        return;
    m_jobs.remove(id);
    then();
}

void SourceReader::cancel(quint64 id)
{
    if (const auto job = m_jobs.find(id); job != m_jobs.end()) {
        job->stop.request_stop();
        m_jobs.erase(job);
    }
}

void SourceReader::cancelAll()
{
    for (Job &job : m_jobs)
        job.stop.request_stop();
    m_jobs.clear();
}

void SourceReader::askOffers(ThenOffers then)
{
    if (!m_services.offers)
        return;
    compute([offers = m_services.offers, stop = m_stop.get_token()] { return offers(stop); },
            std::move(then));
}

} // namespace Slipway
