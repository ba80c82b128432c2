// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace Slipway {

/// What a line of output says at a glance; colours it when the program did not.
enum class LineClass
{
    Plain,
    Quiet, ///< steps of an image build
    Success,
    Warning,
    Error
};

/// By the words in it: "warning", "error", "failed", "Traceback"; "0 errors" is none. Only the
/// first 4 KiB count. Any thread.
LineClass classOf(QByteArrayView line);

} // namespace Slipway
