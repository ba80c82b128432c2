// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// Half-open range of bytes.
struct ByteRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    QByteArray of(const QByteArray &bytes) const { return bytes.mid(begin, size()); }
    bool operator==(const ByteRange &) const = default;
};

/// One operator and version of a specifier, such as ">= 1.2".
struct SpecifierClause
{
    QString op;
    QByteArray version; ///< as written, not checked
    ByteRange versionRange;
};

/// Where the parts of one requirement stand (PEP 508), as byte offsets into its text.
struct Requirement
{
    QString name; ///< as spelled
    QStringList extras;
    ByteRange nameRange;
    /// From the end of name and extras to the end of the last clause, blanks and parentheses
    /// between included; empty when there is no specifier.
    ByteRange specifier;
    QList<SpecifierClause> clauses;
    ByteRange url;    ///< after '@'; empty: none
    ByteRange marker; ///< after ';'; empty: none

    /// Reads a requirement; blanks around it are allowed. The version texts are not checked:
    /// a caller that will show or change one does so.
    static Result<Requirement> parse(const QByteArray &text);
};

/// True for what pip takes as a file or an address instead of a name: paths, URLs, wheels and
/// source archives.
bool isFileOrAddress(const QByteArray &text);

} // namespace Slipway
