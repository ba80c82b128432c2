// SPDX-License-Identifier: MIT
#include "secrets.h"

#include "json.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace Slipway::Exec {

namespace {

constexpr std::size_t shortestSecret = 6;
constexpr std::size_t maxInput = 16 * 1024 * 1024;

bool isVariableName(const std::string &name)
{
    return !name.empty() && name.find('=') == name.npos && name.find('\0') == name.npos;
}

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
    if (!isVariableName(name) || value.find('\0') != value.npos)
        return false;
    secrets[name] = value;
    return true;
}

/// Base64 of the value as it shows inside a longer text, where `skew` bytes precede it in its
/// group of three: only the characters that depend on nothing but the value.
std::string base64Inside(const std::string &value, std::size_t skew, bool forUrls)
{
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const std::size_t bits = value.size() * 8;
    std::string out;
    for (std::size_t at = (6 - skew * 8 % 6) % 6; at + 6 <= bits; at += 6) {
        unsigned sextet = 0;
        for (std::size_t bit = at; bit < at + 6; ++bit)
            sextet =
                sextet << 1 | (static_cast<unsigned char>(value[bit / 8]) >> (7 - bit % 8) & 1U);
        const char last[] = {forUrls ? '-' : '+', forUrls ? '_' : '/'};
        out += sextet < 62 ? letters[sextet] : last[sextet - 62];
    }
    return out;
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

std::vector<std::string> secretForms(const Secrets &secrets)
{
    std::vector<std::string> forms;
    for (const auto &[name, value] : secrets) {
        if (value.size() < shortestSecret)
            continue;
        forms.push_back(value);
        for (std::size_t skew = 0; skew < 3; ++skew) {
            forms.push_back(base64Inside(value, skew, false));
            forms.push_back(base64Inside(value, skew, true));
        }
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    std::erase_if(forms, [](const std::string &form) { return form.size() < shortestSecret; });
    return forms;
}

} // namespace Slipway::Exec
