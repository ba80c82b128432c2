// SPDX-License-Identifier: MIT
#include "capture.h"

#include <cerrno>
#include <cstring>

namespace Slipway::Exec {

Capture::Capture(const AttemptDir &folder, const std::string &name, Redactor redactor,
                 long long maxBytes)
    : m_name(name), m_redactor(std::move(redactor)), m_file(folder.create(name)), m_room(maxBytes)
{
    if (!m_file.isOpen())
        m_error = name + ": " + std::strerror(errno);
}

std::string_view Capture::append(std::string_view bytes)
{
    const std::string_view redacted = m_redactor.feed(bytes);
    write(redacted);
    return redacted;
}

void Capture::write(std::string_view bytes)
{
    if (!m_error.empty() || bytes.empty())
        return;
    m_room -= static_cast<long long>(bytes.size());
    if (m_room < 0)
        m_error = m_name + ": more output than may be kept";
    else if (!writeAll(m_file.fd(), bytes))
        m_error = m_name + ": " + std::strerror(errno);
}

std::string_view Capture::close()
{
    const std::string_view rest = m_redactor.finish();
    write(rest);
    if (m_error.empty() && ::fsync(m_file.fd()) != 0)
        m_error = m_name + ": " + std::strerror(errno);
    m_file.close();
    return rest;
}

} // namespace Slipway::Exec
