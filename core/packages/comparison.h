// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"

#include <QJsonObject>

namespace Slipway {

/// What became of a package from one source to another.
enum class PackageChange
{
    Same,
    Added,
    Removed,
    Upgraded,
    Downgraded,
    Changed ///< differs in no order: another origin, a version that is not of PEP 440, or
            ///< different things in different sources
};

/// The first part of the version that differs, by its weight.
enum class ChangeSeverity
{
    None,
    Major, ///< epoch or first release number
    Minor, ///< second release number
    Patch, ///< third release number or a later one
    Suffix ///< pre-, post-, development or local part alone
};

QString changeName(PackageChange change);      ///< "same", "added", …
QString severityName(ChangeSeverity severity); ///< "major", …; empty for None

/// What is in one source against the baseline. Null: it is not there.
PackageChange changeBetween(const InstalledPackage *before, const InstalledPackage *after);
ChangeSeverity severityBetween(const InstalledPackage *before, const InstalledPackage *after);

/// One package across all sources.
struct ComparedPackage
{
    QString name;                                   ///< as the first source that has it spells it
    QList<std::optional<InstalledPackage>> found;   ///< one for each source
    QList<PackageChange> changes;                   ///< one for each source, against the baseline
    PackageChange change = PackageChange::Same;     ///< of all sources together
    ChangeSeverity severity = ChangeSeverity::None; ///< the heaviest of all sources
    /// The sources that have it have different versions of it: the same-version rule is broken.
    bool disagrees = false;

    /// Versions as shown, empty where it is missing.
    QStringList versions() const;
    /// Whether a person asked for it in any source; nothing: no source says.
    std::optional<bool> isRequested() const;
};

/// Any number of sources side by side. A value; any thread.
class Comparison
{
public:
    /// baseline: index of the source that the others are compared with.
    static Comparison of(const QList<Inventory> &sources, qsizetype baseline = 0);

    const QStringList &sources() const { return m_sources; }
    qsizetype baseline() const { return m_baseline; }
    /// Every package of any source, sorted by normal name.
    const QList<ComparedPackage> &packages() const { return m_packages; }
    int count(PackageChange change) const;
    int disagreeing() const; ///< packages that break the same-version rule
    /// True if every source has the same.
    bool isSame() const { return count(PackageChange::Same) == m_packages.size(); }

    /// {sources, packages: [{name, versions: [text|null], change, severity|null}]}
    QJsonObject toJson() const;
    /// A table for a text document; only what differs, unless all is asked for.
    QString toMarkdown(bool all = false) const;
    /// RFC 4180, with a header line; a cell that a spreadsheet would take for a formula begins
    /// with an apostrophe.
    QString toCsv() const;
    /// A page of its own: no script, nothing loaded from elsewhere, all data escaped.
    QString toHtml() const;

private:
    QStringList m_sources;
    qsizetype m_baseline = 0;
    QList<ComparedPackage> m_packages;
};

} // namespace Slipway
