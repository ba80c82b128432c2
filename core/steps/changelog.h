// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace Slipway {

/// One version in a changelog.
struct ChangelogEntry
{
    QString version; ///< as it is written, without brackets
    QString date;    ///< what stands where the date belongs; may be empty, may be no date
    QString text;    ///< what stands below its heading, without blank lines around it
    int line = 0;    ///< of its heading, from 1
    bool isYanked = false;
};

/// A changelog in Markdown, newest entry first: headings such as "## [1.2.3] - 2026-11-21",
/// "## 1.2.3 (2026-11-21)" or "v1.2.3 - 2026-11-21" with a line of dashes below, and "[1.2.3]"
/// alone on its line. Reads any bytes. A value.
class Changelog final
{
public:
    static Changelog parse(const QString &text);

    const QList<ChangelogEntry> &entries() const { return m_entries; }
    /// The entries of that version; a "v" before either is no difference.
    QList<ChangelogEntry> entriesOf(const QString &version) const;
    /// The line where an entry for the version belongs.
    int lineFor(const QString &version) const;
    /// How a heading for it would be written, in the way of the entries that are there.
    QString headingFor(const QString &version, const QString &date) const;
    /// The first line of a section for what is not released yet; 0: there is none.
    int unreleasedLine() const { return m_unreleasedLine; }

private:
    QList<ChangelogEntry> m_entries;
    QString m_heading; ///< how the newest entry begins, such as "## ["
    int m_unreleasedLine = 0;
    int m_lines = 0;
};

/// True of a day that there is, as YYYY-MM-DD.
bool isIsoDate(const QString &text);

} // namespace Slipway
