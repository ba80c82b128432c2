// SPDX-License-Identifier: MIT
#include "core/steps/setaside.h"

#include "core/base/files.h"
#include "core/steps/removetree.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace Slipway {

namespace {

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

SetAside::SetAside(RootedPath target, const QString &effectKey)
    : m_target(std::move(target))
    , m_aside(QStringLiteral(".slipway-aside-") + effectKey)
    , m_trash(QStringLiteral(".slipway-trash-") + effectKey)
{
}

QString SetAside::folder() const
{
    return m_target.absolute().section(u'/', 0, -2) + u'/';
}

Result<void> SetAside::move(const QString &from, const QString &to) const
{
    const auto parent = m_target.openParent();
    if (!parent)
        return parent.error();
    if (::renameat2(parent->fd(), QFile::encodeName(from).constData(), parent->fd(),
                    QFile::encodeName(to).constData(), RENAME_NOREPLACE) != 0 ||
        ::fsync(parent->fd()) != 0)
        return fileError(folder() + from, errno);
    return {};
}

Result<void> SetAside::remove(const Check &check, const std::function<Result<void>()> &place) const
{
    if (auto recovered = recover(); !recovered)
        return recovered;
    if (isThere(m_target.absolute())) {
        if (auto moved = move(m_target.name(), m_aside); !moved)
            return moved;
        auto done = check(folder() + m_aside);
        if (done && place)
            done = place();
        if (!done) {
            const auto back = move(m_aside, m_target.name());
            return back ? done : back;
        }
        if (auto moved = move(m_aside, m_trash); !moved)
            return moved;
    }
    return removeTree(folder() + m_trash);
}

Result<void> SetAside::recover() const
{
    if (isThere(folder() + m_aside)) {
        if (isThere(m_target.absolute()))
            return Error(QStringLiteral("files.aside"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 was moved to %2 for a moment, and something else "
                                           "has its name by now. Look at both, and keep the right "
                                           "one under the name."),
                         {m_target.absolute(), folder() + m_aside});
        if (auto moved = move(m_aside, m_target.name()); !moved)
            return moved;
    }
    return removeTree(folder() + m_trash);
}

Result<void> SetAside::discard() const
{
    if (isThere(folder() + m_aside)) {
        if (auto moved = move(m_aside, m_trash); !moved)
            return moved;
    }
    return removeTree(folder() + m_trash);
}

} // namespace Slipway
