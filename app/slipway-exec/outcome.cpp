// SPDX-License-Identifier: MIT
#include "outcome.h"

#include "json.h"

#include "core/base/crashpoint.h"

#include <cerrno>
#include <fcntl.h>

namespace Slipway::Exec {

namespace {

constexpr off_t reservedBytes = 256 * 1024;

} // namespace

void Outcome::decide(const std::string &how, const std::string &why)
{
    if (!end.empty())
        return;
    end = how;
    reason = why;
}

std::string Outcome::json() const
{
    Json::Array ends;
    for (const CommandEnd &command : commands)
        ends.push_back(Json::object({{"exitCode", Json::number(command.exitCode)},
                                     {"signal", Json::number(command.signal)}}));
    Json::Array left;
    for (const std::string &name : survivors)
        left.push_back(Json::text(name));
    return Json::object({{"end", Json::text(end)},
                         {"commands", Json::array(std::move(ends))},
                         {"reason", Json::text(reason)},
                         {"promptText", Json::text(promptText)},
                         {"startedAt", Json::number(startedAt)},
                         {"finishedAt", Json::number(finishedAt)},
                         {"logBytes", Json::number(logBytes)},
                         {"droppedBytes", Json::number(droppedBytes)},
                         {"leftovers", Json::number(leftovers)},
                         {"survivors", Json::array(std::move(left))},
                         {"interrupted", Json::flag(wasInterrupted)}})
               .dump() +
           "\n";
}

bool ResultFile::reserve(const AttemptDir &folder)
{
    m_file = folder.create("result.tmp");
    if (!m_file.isOpen())
        return false;
    errno = ::posix_fallocate(m_file.fd(), 0, reservedBytes); // it does not set errno itself
    return errno == 0;
}

bool ResultFile::write(const AttemptDir &folder, const std::string &text)
{
    if (::lseek(m_file.fd(), 0, SEEK_SET) != 0 || !writeAll(m_file.fd(), text))
        return false;
    crashPoint("result written");
    if (::ftruncate(m_file.fd(), static_cast<off_t>(text.size())) != 0 || ::fsync(m_file.fd()) != 0)
        return false;
    crashPoint("result synced");
    if (!folder.rename("result.tmp", "result.json"))
        return false;
    crashPoint("result renamed");
    return folder.sync();
}

} // namespace Slipway::Exec
