// SPDX-License-Identifier: MIT
#pragma once

#include "attemptdir.h"

#include <string>
#include <string_view>

namespace Slipway::Exec {

/// Writes output.log up to its quota, and beside it output.index, as
/// core/process/attemptfolder.h describes it.
class LogWriter final
{
public:
    /// Opens both files and reserves room for the first of it. False: error() says why.
    bool open(const AttemptDir &folder, long long maxBytes);
    void append(std::string_view bytes);
    /// To the disk.
    void close();

    long long writtenBytes() const { return m_offset; }
    long long droppedBytes() const { return m_dropped; }
    /// The first thing that went wrong; empty: nothing.
    const std::string &error() const { return m_error; }
    int errorNumber() const { return m_errorNumber; } ///< its errno; 0: nothing

private:
    void record();
    void flushSome();
    void fail(const char *what);

    Descriptor m_log;
    Descriptor m_index;
    long long m_maxBytes = 0;
    long long m_offset = 0;
    long long m_lines = 0;
    long long m_dropped = 0;
    long long m_flushed = 0; ///< up to here the disk was asked to begin
    long long m_recordOffset = -1;
    long long m_recordMs = 0;
    std::string m_records;
    std::string m_error;
    int m_errorNumber = 0;
};

} // namespace Slipway::Exec
