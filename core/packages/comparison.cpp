// SPDX-License-Identifier: MIT
#include "core/packages/comparison.h"

#include "core/packages/packagename.h"
#include "core/packages/visibletext.h"

#include <QJsonArray>
#include <QMap>
#include <algorithm>

namespace Slipway {

namespace {

ChangeSeverity severityOf(const Version &before, const Version &after)
{
    if (before.epoch() != after.epoch())
        return ChangeSeverity::Major;
    const qsizetype parts = qMax(before.release().size(), after.release().size());
    for (qsizetype i = 0; i < parts; ++i) {
        // "1.0" and "1.0.0" are one release: what is not written is zero.
        if (before.release().value(i, QStringLiteral("0")) ==
            after.release().value(i, QStringLiteral("0")))
            continue;
        return i == 0   ? ChangeSeverity::Major
               : i == 1 ? ChangeSeverity::Minor
                        : ChangeSeverity::Patch;
    }
    return ChangeSeverity::Suffix;
}

bool isHeavier(ChangeSeverity one, ChangeSeverity other)
{
    if (one == ChangeSeverity::None || other == ChangeSeverity::None)
        return other == ChangeSeverity::None && one != ChangeSeverity::None;
    return int(one) < int(other);
}

const InstalledPackage *pointer(const std::optional<InstalledPackage> &package)
{
    return package ? &*package : nullptr;
}

/// One word for several sources: what all that differ have in common.
PackageChange joined(const QList<PackageChange> &changes)
{
    PackageChange all = PackageChange::Same;
    for (const PackageChange change : changes) {
        if (change == PackageChange::Same || change == all)
            continue;
        if (all != PackageChange::Same)
            return PackageChange::Changed;
        all = change;
    }
    return all;
}

bool isSameVersion(const InstalledPackage &one, const InstalledPackage &other)
{
    return one.parsed && other.parsed ? *one.parsed == *other.parsed : one.version == other.version;
}

bool isSplit(const QList<std::optional<InstalledPackage>> &found)
{
    const InstalledPackage *first = nullptr;
    for (const auto &one : found) {
        if (one && first && !isSameVersion(*first, *one))
            return true;
        if (one && !first)
            first = &*one;
    }
    return false;
}

void compare(ComparedPackage *package, qsizetype baseline)
{
    const InstalledPackage *before = pointer(package->found.at(baseline));
    for (const auto &found : std::as_const(package->found)) {
        package->changes.append(changeBetween(before, pointer(found)));
        const ChangeSeverity severity = severityBetween(before, pointer(found));
        if (isHeavier(severity, package->severity))
            package->severity = severity;
    }
    package->change = joined(package->changes);
    package->disagrees = isSplit(package->found);
}

/// Text from a package index or an image must not become Markdown.
QString markdownText(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\"));
    for (const char c : {'|', '*', '_', '`', '<', '>', '[', ']', '~'})
        text.replace(QLatin1Char(c), QLatin1String("\\") + QLatin1Char(c));
    return visibleText(text.simplified());
}

QString csvCell(QString text)
{
    text = visibleText(text);
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text[0]))
        text.prepend(u'\'');
    text.replace(u'"', QLatin1String("\"\""));
    return u'"' + text + u'"';
}

QString htmlText(const QString &text)
{
    return visibleText(text).toHtmlEscaped();
}

} // namespace

QString changeName(PackageChange change)
{
    static const QStringList names{QStringLiteral("same"),       QStringLiteral("added"),
                                   QStringLiteral("removed"),    QStringLiteral("upgraded"),
                                   QStringLiteral("downgraded"), QStringLiteral("changed")};
    return names.at(int(change));
}

QString severityName(ChangeSeverity severity)
{
    static const QStringList names{QString(), QStringLiteral("major"), QStringLiteral("minor"),
                                   QStringLiteral("patch"), QStringLiteral("suffix")};
    return names.at(int(severity));
}

PackageChange changeBetween(const InstalledPackage *before, const InstalledPackage *after)
{
    if (!before || !after)
        return before ? PackageChange::Removed : after ? PackageChange::Added : PackageChange::Same;
    const bool isOrdered = before->parsed && after->parsed;
    if (isOrdered && *before->parsed < *after->parsed)
        return PackageChange::Upgraded;
    if (isOrdered && *before->parsed > *after->parsed)
        return PackageChange::Downgraded;
    const bool isSame =
        (isOrdered || before->version == after->version) && before->origin == after->origin;
    return isSame ? PackageChange::Same : PackageChange::Changed;
}

ChangeSeverity severityBetween(const InstalledPackage *before, const InstalledPackage *after)
{
    const PackageChange change = changeBetween(before, after);
    if (change != PackageChange::Upgraded && change != PackageChange::Downgraded)
        return ChangeSeverity::None;
    return severityOf(*before->parsed, *after->parsed);
}

QStringList ComparedPackage::versions() const
{
    QStringList versions;
    for (const auto &one : found)
        versions.append(one ? one->version : QString());
    return versions;
}

std::optional<bool> ComparedPackage::isRequested() const
{
    std::optional<bool> said;
    for (const auto &one : found) {
        if (one && one->isRequested)
            said = said.value_or(false) || *one->isRequested;
    }
    return said;
}

Comparison Comparison::of(const QList<Inventory> &sources, qsizetype baseline)
{
    QMap<QString, ComparedPackage> byName;
    Comparison comparison;
    comparison.m_baseline = baseline;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        comparison.m_sources.append(sources.at(i).label());
        for (const InstalledPackage &package : sources.at(i).packages()) {
            ComparedPackage &row = byName[normalPackageName(package.name)];
            row.found.resize(sources.size());
            row.found[i] = package;
            if (row.name.isEmpty())
                row.name = package.name;
        }
    }
    comparison.m_packages = byName.values();
    for (ComparedPackage &package : comparison.m_packages)
        compare(&package, baseline);
    return comparison;
}

int Comparison::count(PackageChange change) const
{
    return int(std::count_if(m_packages.cbegin(), m_packages.cend(),
                             [&](const ComparedPackage &p) { return p.change == change; }));
}

int Comparison::disagreeing() const
{
    return int(std::count_if(m_packages.cbegin(), m_packages.cend(),
                             [](const ComparedPackage &p) { return p.disagrees; }));
}

QJsonObject Comparison::toJson() const
{
    QJsonArray packages;
    for (const ComparedPackage &package : m_packages) {
        QJsonArray versions;
        for (const auto &one : package.found)
            versions.append(one ? QJsonValue(one->version) : QJsonValue());
        const QString severity = severityName(package.severity);
        packages.append(QJsonObject{{QStringLiteral("name"), package.name},
                                    {QStringLiteral("versions"), versions},
                                    {QStringLiteral("change"), changeName(package.change)},
                                    {QStringLiteral("severity"),
                                     severity.isEmpty() ? QJsonValue() : QJsonValue(severity)}});
    }
    return {{QStringLiteral("sources"), QJsonArray::fromStringList(m_sources)},
            {QStringLiteral("packages"), packages}};
}

QString Comparison::toMarkdown(bool all) const
{
    QString text = QStringLiteral("| package |");
    QString ruler = QStringLiteral("| --- |");
    for (const QString &source : m_sources) {
        text += u' ' + markdownText(source) + QLatin1String(" |");
        ruler += QLatin1String(" --- |");
    }
    text += QLatin1String(" change |\n") + ruler + QLatin1String(" --- |\n");
    for (const ComparedPackage &package : m_packages) {
        if (!all && package.change == PackageChange::Same)
            continue;
        text += QLatin1String("| ") + markdownText(package.name) + QLatin1String(" |");
        const QStringList versions = package.versions();
        for (const QString &version : versions)
            text += u' ' + markdownText(version) + QLatin1String(" |");
        text += u' ' + changeName(package.change) + QLatin1String(" |\n");
    }
    return text;
}

QString Comparison::toCsv() const
{
    QStringList header{csvCell(QStringLiteral("package"))};
    for (const QString &source : m_sources)
        header.append(csvCell(source));
    header += {csvCell(QStringLiteral("change")), csvCell(QStringLiteral("severity"))};
    QString text = header.join(u',') + QLatin1String("\r\n");
    for (const ComparedPackage &package : m_packages) {
        QStringList cells{csvCell(package.name)};
        const QStringList versions = package.versions();
        for (const QString &version : versions)
            cells.append(csvCell(version));
        cells += {csvCell(changeName(package.change)), csvCell(severityName(package.severity))};
        text += cells.join(u',') + QLatin1String("\r\n");
    }
    return text;
}

QString Comparison::toHtml() const
{
    QString text = QStringLiteral(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Packages</title>\n"
        "<style>body{font:14px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}"
        "th,td{text-align:left;padding:4px 12px;border-bottom:1px solid #ddd}"
        "td.v{font-family:monospace}tr.added{background:#e3f3ea}tr.removed{background:#fbe6e4}"
        "tr.downgraded{background:#fdf0d9}</style></head>\n<body><table>\n<tr><th>package</th>");
    for (const QString &source : m_sources)
        text += QLatin1String("<th>") + htmlText(source) + QLatin1String("</th>");
    text += QLatin1String("<th>change</th></tr>\n");
    for (const ComparedPackage &package : m_packages) {
        text += QStringLiteral("<tr class=\"%1\"><td>%2</td>")
                    .arg(changeName(package.change), htmlText(package.name));
        const QStringList versions = package.versions();
        for (const QString &version : versions)
            text += QLatin1String("<td class=\"v\">") + htmlText(version) + QLatin1String("</td>");
        text +=
            QStringLiteral("<td>%1</td></tr>\n")
                .arg(
                    (changeName(package.change) + u' ' + severityName(package.severity)).trimmed());
    }
    return text + QLatin1String("</table></body></html>\n");
}

} // namespace Slipway
