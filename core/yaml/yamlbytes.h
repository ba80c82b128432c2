// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace Slipway {

/// The bytes of a YAML file without its byte order mark, and where their lines begin.
class YamlBytes
{
public:
    YamlBytes(QByteArray bytes, QString file);

    const QByteArray &bytes() const { return m_bytes; }

    /// What makes these bytes unfit to be parsed at all: size, UTF-8, control characters.
    std::optional<Error> problem() const;

    /// line and byteColumn count from 0, as the YAML library does.
    Place placeAt(int line, int byteColumn) const;
    Place placeOf(qsizetype offset) const;
    qsizetype offsetOf(int line, int byteColumn) const;
    /// The byte there, 0 past the end.
    char byteAt(qsizetype offset) const;
    /// Where the text of a block scalar begins whose | or > stands at that offset.
    Place blockTextPlace(qsizetype offset) const;

private:
    /// Characters before that offset.
    qsizetype charactersBefore(qsizetype offset) const;

    QByteArray m_bytes;
    QString m_file;
    QList<qsizetype> m_lineStarts;
    QList<qsizetype> m_charactersAt; ///< characters before each full block, see the source
};

} // namespace Slipway
