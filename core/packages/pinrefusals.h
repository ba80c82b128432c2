// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pinediting.h"

#include <QString>
#include <QStringList>

namespace Slipway {

/// What a person refused of a preview: names of packages, files, and places "FILE:LINE". A value.
class PinRefusals
{
public:
    explicit PinRefusals(const QStringList &texts) : m_texts(texts) {}

    /// True if the file as a whole was refused; file: as it was named to the person.
    bool refusesFile(const QString &file) const;
    /// Leaves the packages and the lines of that file out.
    void applyTo(const QString &file, PinEditOptions *options) const;

private:
    QStringList m_texts;
};

} // namespace Slipway
