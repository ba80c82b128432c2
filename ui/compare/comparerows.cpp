// SPDX-License-Identifier: MIT
#include "ui/compare/comparerows.h"

#include "core/packages/visibletext.h"

namespace Slipway {

namespace {

RowChange byWeight(ChangeSeverity severity)
{
    switch (severity) {
    case ChangeSeverity::Major:
        return RowChange::Major;
    case ChangeSeverity::Minor:
        return RowChange::Minor;
    case ChangeSeverity::None:
    case ChangeSeverity::Patch:
    case ChangeSeverity::Suffix:
        break;
    }
    return RowChange::Patch;
}

CompareRow rowOf(const ComparedPackage &package)
{
    CompareRow row;
    row.name = visibleText(package.name);
    row.key = row.name.toCaseFolded();
    row.change = rowChangeOf(package);
    row.disagrees = package.disagrees;
    row.isTopLevel = package.isRequested().value_or(false);
    for (qsizetype i = 0; i < package.found.size(); ++i) {
        const auto &found = package.found[i];
        row.versions.append(found ? visibleText(found->version) : QString());
        row.isOther.append(found && package.changes[i] != PackageChange::Same);
    }
    return row;
}

/// What stands behind the last slash, and the Python's program where a source has several.
QString shortLabel(const QString &source)
{
    QString name = source;
    QString tail;
    if (const qsizetype paren = name.lastIndexOf(QLatin1String(" (/")); paren > 0) {
        tail = name.mid(paren);
        name = name.left(paren);
    }
    const qsizetype colon = name.indexOf(u':');
    const QString kind = name.left(qMax<qsizetype>(colon, 0));
    const QString rest = name.mid(colon + 1);
    if (kind.isEmpty() || kind == u"git")
        return source;
    QString shown = rest.section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (kind == u"venv" && shown.startsWith(u'.')) // ".venv": its project's name says more
        shown = rest.section(u'/', -2, -1, QString::SectionSkipEmpty);
    return (shown.isEmpty() ? rest : shown) + tail;
}

} // namespace

RowChange rowChangeOf(const ComparedPackage &package)
{
    const QList<PackageChange> &changes = package.changes;
    if (changes.contains(PackageChange::Downgraded))
        return RowChange::Downgrade;
    if (changes.contains(PackageChange::Upgraded))
        return byWeight(package.severity);
    if (changes.contains(PackageChange::Changed))
        return RowChange::Other;
    if (changes.contains(PackageChange::Removed))
        return RowChange::Removed;
    return changes.contains(PackageChange::Added) ? RowChange::Added : RowChange::Same;
}

CompareRows CompareRows::of(const QList<Inventory> &sources, const QStringList &labels,
                            qsizetype baseline)
{
    CompareRows made;
    made.labels = labels;
    if (sources.isEmpty())
        return made;
    made.comparison = Comparison::of(sources, qBound<qsizetype>(0, baseline, sources.size() - 1));
    made.rows.reserve(made.comparison.packages().size());
    for (const ComparedPackage &package : made.comparison.packages()) {
        const CompareRow row = rowOf(package);
        ++made.counts[row.change];
        made.differing += row.change != RowChange::Same;
        made.disagreeing += row.disagrees;
        made.saysTopLevel = made.saysTopLevel || package.isRequested().has_value();
        made.rows.append(row);
    }
    return made;
}

QList<Inventory> inventoriesOf(const PackageRows &packages)
{
    QList<Inventory> inventories;
    for (qsizetype i = 0; i < packages.sources.size(); ++i) {
        QList<InstalledPackage> there;
        for (const PackageLine &row : packages.rows) {
            const QString version = row.versions.value(i);
            if (!version.isEmpty())
                there.append({row.name, version, Version::parse(version)});
        }
        inventories.append(Inventory::of(packages.sources[i], there));
    }
    return inventories;
}

QStringList shortLabels(const QStringList &sources)
{
    QStringList labels;
    QMap<QString, int> uses;
    for (const QString &source : sources) {
        labels.append(shortLabel(source));
        ++uses[labels.last()];
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (uses.value(labels[i]) > 1)
            labels[i] = sources[i];
        labels[i] = visibleText(labels[i]);
    }
    return labels;
}

} // namespace Slipway
