// SPDX-License-Identifier: MIT
#include "secrets.h"

#include "json.h"

#include <cerrno>
#include <unistd.h>

namespace Slipway::Exec {

namespace {

constexpr std::size_t maxInput = 16 * 1024 * 1024;

/// Takes one line; false: it makes no sense.
bool takeLine(const std::string &line, Secrets &secrets, bool &ended)
{
    const std::optional<Json> json = Json::parse(line);
    if (!json || !json->isObject())
        return false;
    ended = json->at("end").toFlag();
    if (ended)
        return true;
    const std::string &name = json->at("name").toText();
    const std::string &value = json->at("value").toText();
    if (name.empty() || value.find('\0') != value.npos)
        return false;
    secrets[name] = value;
    return true;
}

} // namespace

std::optional<Secrets> readSecrets(int fd)
{
    Secrets secrets;
    std::string buffer;
    char chunk[65536];
    for (;;) {
        const ssize_t count = ::read(fd, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || buffer.size() > maxInput)
            return std::nullopt;
        buffer.append(chunk, static_cast<std::size_t>(count));
        for (std::size_t end = buffer.find('\n'); end != buffer.npos; end = buffer.find('\n')) {
            bool ended = false;
            if (!takeLine(buffer.substr(0, end), secrets, ended))
                return std::nullopt;
            if (ended)
                return secrets;
            buffer.erase(0, end + 1);
        }
    }
}

} // namespace Slipway::Exec
