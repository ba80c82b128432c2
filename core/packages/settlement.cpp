// SPDX-License-Identifier: MIT
#include "core/packages/settlement.h"

#include "core/base/files.h"
#include "core/packages/fileselection.h"

#include <QDir>

namespace Slipway {

Result<void> Settlement::addFile(const QString &file, PinFileKind kind)
{
    if (m_files.contains(file))
        return {};
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    if (auto added = m_rule.addFile(file, *bytes, kind); !added)
        return added.error().at({file, 0, 0});
    m_files.insert(file, {*bytes, kind});
    return {};
}

Result<void> Settlement::addFolder(const QString &folder)
{
    const auto files = filesBelow(folder);
    if (!files)
        return files.error();
    bool hasOne = false;
    for (const QString &path : *files) {
        const auto kind = pinFileKindOf(path);
        if (!kind)
            continue;
        hasOne = true;
        if (auto added = addFile(QDir::cleanPath(folder + u'/' + path), *kind); !added)
            return added;
    }
    if (hasOne)
        return {};
    return Error(QStringLiteral("packages.no-such-file"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "There is no Dockerfile, requirements or pyproject file below "
                                   "%1."),
                 {folder});
}

Result<QList<Settlement::Edit>> Settlement::edits(const QList<Disagreement> &disagreements) const
{
    QList<Edit> edits;
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        const auto settled = settleFile(it.key(), it->bytes, it->kind, disagreements);
        if (!settled)
            return settled.error().at({it.key(), 0, 0});
        if (settled->bytes != it->bytes)
            edits.append({it.key(), it->bytes, settled->bytes});
    }
    return edits;
}

} // namespace Slipway
