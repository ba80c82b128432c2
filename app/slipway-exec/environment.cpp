// SPDX-License-Identifier: MIT
#include "environment.h"

#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway::Exec {

namespace {

bool isProgram(const std::string &path)
{
    struct stat info = {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
           ::access(path.c_str(), X_OK) == 0;
}

} // namespace

Environment::Environment(const Spec &spec, const std::string &mark)
{
    for (char **entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const std::size_t equals = text.find('=');
        if (equals != text.npos && equals > 0)
            m_variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
    if (spec.terminal)
        addTerminal();
    for (const auto &[name, text] : spec.environment)
        m_variables[name] = text;
    m_variables["SLIPWAY_ATTEMPT"] = mark;
}

/// A prompt shows the same everywhere only on the same terminal, and progress that redraws
/// itself makes a log unreadable.
void Environment::addTerminal()
{
    m_variables.erase("COLUMNS");
    m_variables.erase("LINES");
    m_variables["TERM"] = "xterm-256color";
    m_variables["BUILDKIT_PROGRESS"] = "plain";
    m_variables["COMPOSE_PROGRESS"] = "plain";
    m_variables["COMPOSE_ANSI"] = "never";
    m_variables["PIP_PROGRESS_BAR"] = "off";
    if (!hasUtf8Locale()) {
        m_variables["LC_ALL"] = "C.UTF-8";
        m_variables["LANG"] = "C.UTF-8";
    }
}

bool Environment::hasUtf8Locale() const
{
    std::string locale;
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        locale = value(name);
        if (!locale.empty())
            break;
    }
    const std::size_t dot = locale.find('.');
    const std::string charset = dot == locale.npos ? "" : locale.substr(dot + 1);
    return ::strncasecmp(charset.c_str(), "utf-8", 5) == 0 ||
           ::strncasecmp(charset.c_str(), "utf8", 4) == 0;
}

std::string Environment::value(const std::string &name) const
{
    const auto found = m_variables.find(name);
    return found == m_variables.end() ? std::string() : found->second;
}

std::vector<std::string> Environment::entries() const
{
    std::vector<std::string> out;
    for (const auto &[name, text] : m_variables)
        out.push_back(name + "=" + text);
    return out;
}

std::string Environment::find(const std::string &program, const std::string &directory,
                              std::string &error) const
{
    if (program.find('/') != program.npos) {
        const std::string path = program.front() == '/' ? program : directory + "/" + program;
        if (isProgram(path))
            return path;
        error = path + " is not there or may not be executed.";
        return "";
    }
    const std::string path = value("PATH");
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        const std::string folder = path.substr(at, end - at);
        at = end + 1;
        if (folder.starts_with('/') && isProgram(folder + "/" + program))
            return folder + "/" + program;
    }
    error = "The program " + program + " was not found. Install it, or add its folder to PATH.";
    return "";
}

} // namespace Slipway::Exec
