// SPDX-License-Identifier: MIT
#include "core/packages/pinrefusals.h"

#include "core/packages/packagename.h"

#include <QDir>

namespace Slipway {

namespace {

bool isSameFile(const QString &a, const QString &b)
{
    return QDir::cleanPath(a) == QDir::cleanPath(b);
}

} // namespace

bool PinRefusals::refusesFile(const QString &file) const
{
    for (const QString &text : m_texts)
        if (isSameFile(text, file))
            return true;
    return false;
}

void PinRefusals::applyTo(const QString &file, PinEditOptions *options) const
{
    for (const QString &text : m_texts) {
        const qsizetype colon = text.lastIndexOf(u':');
        bool isNumber = false;
        const int line = colon > 0 ? text.mid(colon + 1).toInt(&isNumber) : 0;
        if (isNumber && isSameFile(text.left(colon), file))
            options->exceptLines.append(line);
        else if (isPackageName(text))
            options->except.append(text);
    }
}

} // namespace Slipway
