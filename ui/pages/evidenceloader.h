// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/diff/difffiles.h"
#include "ui/pages/objectreader.h"

#include <QFutureWatcher>
#include <QObject>

namespace Slipway {

/// Evidence with its bytes, ready to be shown.
struct LoadedEvidence
{
    Error error;             ///< set: nothing else is
    QList<QByteArray> bytes; ///< one for each piece that was asked for
    DiffFiles files;         ///< of type "changes": of all pieces
    int leftOut = 0;         ///< files too many or too large to be shown
};

/// Brings evidence from the object store without making the window wait. GUI thread; a newer
/// request makes an older one void.
class EvidenceLoader final : public QObject
{
    Q_OBJECT

public:
    explicit EvidenceLoader(ObjectReader reader, QObject *parent = nullptr);
    ~EvidenceLoader() override;

    /// All of one type.
    void load(const QList<Evidence> &evidence);
    void loadEdits(const QList<FileEdit> &edits);
    void cancel();

Q_SIGNALS:
    void loaded(const Slipway::LoadedEvidence &evidence);

private:
    ObjectReader m_reader;
    QFutureWatcher<LoadedEvidence> m_watcher;
};

} // namespace Slipway
