// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/rootedpath.h"

#include <functional>

namespace Slipway {

/// A file or folder on its way out. It is first moved to a name beside it that belongs to the
/// attempt alone, where nobody who goes by its name changes it any more; looked at there; and
/// then either moved back or removed. After a crash in between, recover() puts it right.
class SetAside final
{
public:
    /// Gets the place where it stands now.
    using Check = std::function<Result<void>(const QString &path)>;

    SetAside(RootedPath target, const QString &effectKey);

    /// Moves it aside, checks it there, puts what place makes under its name (if any), and removes
    /// it. Whatever fails, it is back under its name. Fine if nothing is there.
    Result<void> remove(const Check &check, const std::function<Result<void>()> &place = {}) const;

    /// Moves back what was not yet decided, and removes what was. "files.aside" when something
    /// else has the name by now: then it stays aside.
    Result<void> recover() const;
    /// Removes what is aside, once it is known that something else is rightly under the name.
    Result<void> discard() const;

private:
    QString folder() const;
    Result<void> move(const QString &from, const QString &to) const;

    RootedPath m_target;
    QString m_aside;
    QString m_trash;
};

} // namespace Slipway
