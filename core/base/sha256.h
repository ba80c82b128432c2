// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QtGlobal>
#include <memory>

namespace Slipway {

/// SHA-256 of bytes that come in parts, with the processor's own instructions where it has them:
/// logs and images are large. A value that cannot be copied; any thread, one at a time.
class Sha256 final
{
public:
    Sha256();
    ~Sha256();
    Q_DISABLE_COPY_MOVE(Sha256)

    void add(QByteArrayView bytes);
    /// 64 lower-case hex digits; nothing can be added after.
    QString hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace Slipway
