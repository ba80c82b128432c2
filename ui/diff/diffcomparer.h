// SPDX-License-Identifier: MIT
#pragma once

#include "ui/diff/difffiles.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>

namespace Slipway {

/// Compares files in a pool thread of its own, one after the other. GUI thread.
class DiffComparer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffComparer)

public:
    explicit DiffComparer(QObject *parent = nullptr);
    ~DiffComparer() override;

    /// What was begun before is given up.
    void compare(const DiffFiles &files);

Q_SIGNALS:
    void compared(int index, const std::shared_ptr<const Slipway::DiffedFile> &file);

private:
    int m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_stop;
    QThreadPool m_pool; ///< last: waits for its job
};

} // namespace Slipway
