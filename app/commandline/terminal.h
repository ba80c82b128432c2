// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Slipway {

/// Statuses of the command line, as DESIGN fixes them.
namespace Status {
inline constexpr int ok = 0;
inline constexpr int no = 1;       ///< the answer is no, or it could not be done
inline constexpr int wrongUse = 2; ///< wrong use, unknown run, driven by another process
inline constexpr int waiting = 3;  ///< of run and resume: a person is needed
inline constexpr int inDoubt = 4;  ///< of run and resume
} // namespace Status

/// Where a verb writes: results to standard output, sentences to standard error.
class Terminal final
{
public:
    explicit Terminal(bool json = false);

    bool isJson() const { return m_json; }
    void setJson(bool json) { m_json = json; }

    void print(const QString &line) const;       ///< a result, with a line end
    void print(const QJsonObject &object) const; ///< one line of JSON
    void printBytes(const QByteArray &bytes) const;
    void say(const QString &sentence) const; ///< to standard error
    /// Says what went wrong; with --json as {"error": {code, message, file?, line?, column?}}.
    void fail(const Error &error) const;

private:
    bool m_json;
};

/// Output of programs made safe for a terminal: colours and line ends stay, every other
/// control and every bidirectional mark is shown in a visible form.
QByteArray safeForTerminal(const QByteArray &bytes);

} // namespace Slipway
