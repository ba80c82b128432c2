// SPDX-License-Identifier: MIT
#include "ui/diff/diffcomparer.h"

namespace Slipway {

DiffComparer::DiffComparer(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

DiffComparer::~DiffComparer()
{
    if (m_stop)
        *m_stop = true;
    m_pool.waitForDone();
}

void DiffComparer::compare(const DiffFiles &files)
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const int generation = ++m_generation;
    m_pool.start([this, files, generation, stop = m_stop] {
        for (int i = 0; i < files.size() && !*stop; ++i) {
            // A const value that nobody changes any more: safe to look at from both threads.
            auto made = std::make_shared<const DiffedFile>(DiffedFile::of(files[i]));
            QMetaObject::invokeMethod(
                this,
                [this, i, made, generation] {
                    if (generation == m_generation)
                        Q_EMIT compared(i, made);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace Slipway
