// SPDX-License-Identifier: MIT
#include "terminal.h"

#include "threadwait.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <pty.h>

namespace Slipway::Exec {

std::optional<Terminal> Terminal::open(std::string &error)
{
    int master = -1;
    int slave = -1;
    winsize size = {};
    size.ws_col = 200;
    size.ws_row = 50;
    if (::openpty(&master, &slave, nullptr, nullptr, &size) != 0) {
        error = std::string("No terminal could be had: ") + std::strerror(errno);
        return std::nullopt;
    }
    ::fcntl(master, F_SETFD, FD_CLOEXEC);
    ::fcntl(slave, F_SETFD, FD_CLOEXEC);
    ::fcntl(master, F_SETFL, O_NONBLOCK);
    return Terminal(Descriptor(master), Descriptor(slave));
}

Terminal::Terminal(Descriptor master, Descriptor slave)
    : m_master(std::move(master)), m_slave(std::move(slave))
{
    ::tcgetattr(m_slave.fd(), &m_settings);
    m_settings.c_oflag &= ~static_cast<tcflag_t>(OPOST);
    m_settings.c_iflag |= IUTF8;
    reset();
}

void Terminal::reset()
{
    ::tcsetattr(m_slave.fd(), TCSANOW, &m_settings);
}

bool Terminal::type(const std::string &text) const
{
    return writeAll(m_master.fd(), text);
}

void Terminal::interrupt() const
{
    const pid_t group = ::tcgetpgrp(m_master.fd());
    if (group > 1)
        ::kill(-group, SIGINT);
}

Terminal::Foreground Terminal::foreground() const
{
    termios now = {};
    const bool isRaw = ::tcgetattr(m_master.fd(), &now) == 0 && (now.c_lflag & ICANON) == 0;
    const pid_t group = ::tcgetpgrp(m_master.fd());
    bool isKnown = group > 0;
    for (const pid_t pid : allProcesses()) {
        const std::optional<ProcessStat> stat = statOf(pid);
        if (!stat || stat->group != group)
            continue;
        for (const ThreadWait wait : threadWaits(pid)) {
            // Editors of a line, such as readline, make the terminal raw and wait by select.
            if (wait == ThreadWait::Keyboard || (wait == ThreadWait::Several && isRaw))
                return Foreground::Reads;
            isKnown = isKnown && wait != ThreadWait::Unknown;
        }
    }
    return isKnown ? Foreground::Busy : Foreground::Unknown;
}

} // namespace Slipway::Exec
