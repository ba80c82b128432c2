// SPDX-License-Identifier: MIT
#include "ui/log/indextimes.h"

#include <QFileInfo>

namespace Slipway {

IndexTimes::IndexTimes(const QString &logFile)
    : m_index(QFileInfo(logFile).path() + QLatin1String("/output.index"))
{
    m_index.refresh();
}

qint64 IndexTimes::millisecondsAt(qint64 offset) const
{
    const auto record = m_index.atOffset(offset);
    return record ? record->ms - m_index.records().first().ms : -1;
}

void IndexTimes::refresh()
{
    m_index.refresh();
}

} // namespace Slipway
