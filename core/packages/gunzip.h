// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <functional>
#include <memory>

struct z_stream_s;

namespace Slipway {

/// Unpacks gzip as it streams by, in pieces of bounded size however small the packed bytes are.
/// One thread.
class Gunzip
{
public:
    using Take = std::function<Result<void>(const QByteArray &)>;

    explicit Gunzip(Take take);
    ~Gunzip();
    Q_DISABLE_COPY_MOVE(Gunzip)

    /// "gzip.damaged", or the error of `take`. An error is final.
    Result<void> feed(const QByteArray &bytes);
    /// To be called after the last bytes.
    Result<void> finish() const;

private:
    Take m_take;
    std::unique_ptr<z_stream_s> m_stream;
    bool m_isReady = false;
    bool m_isAtEnd = false;
};

} // namespace Slipway
