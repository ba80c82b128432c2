// SPDX-License-Identifier: MIT
#include "ui/table/packagerows.h"

#include "core/packages/version.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Slipway {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("Slipway::Change", text);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &one : value.toArray())
        texts.append(one.toString());
    return texts;
}

/// What Markdown would read as something else.
QString escaped(QString text)
{
    for (const char c : {'\\', '|', '`', '*', '_', '<', '[', ']'})
        text.replace(QLatin1Char(c), QLatin1Char('\\') + QString(QLatin1Char(c)));
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

RowChange rowChangeBetween(const QString &before, const QString &after)
{
    if (before == after)
        return RowChange::Same;
    if (before.isEmpty())
        return RowChange::Added;
    if (after.isEmpty())
        return RowChange::Removed;
    const auto one = Version::parse(before);
    const auto two = Version::parse(after);
    if (!one || !two)
        return RowChange::Other;
    if (*one == *two)
        return RowChange::Same;
    if (*two < *one)
        return RowChange::Downgrade;
    const auto number = [](const Version &v, int place) {
        return v.release().value(place, QStringLiteral("0"));
    };
    if (one->epoch() != two->epoch() || number(*one, 0) != number(*two, 0))
        return RowChange::Major;
    return number(*one, 1) != number(*two, 1) ? RowChange::Minor : RowChange::Patch;
}

QString rowChangeText(RowChange change)
{
    switch (change) {
    case RowChange::Same:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "same"));
    case RowChange::Patch:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "patch")) + QStringLiteral(" \u2191");
    case RowChange::Minor:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "minor")) + QStringLiteral(" \u2191");
    case RowChange::Major:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "major")) + QStringLiteral(" \u2191");
    case RowChange::Added:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "added"));
    case RowChange::Removed:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "removed"));
    case RowChange::Downgrade:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "downgrade")) + QStringLiteral(" \u2193");
    case RowChange::Other:
        return said(QT_TRANSLATE_NOOP("Slipway::Change", "changed"));
    }
    return {};
}

Tone toneOf(RowChange change)
{
    switch (change) {
    case RowChange::Minor:
        return Tone::Accent;
    case RowChange::Added:
        return Tone::Done;
    case RowChange::Major:
    case RowChange::Removed:
        return Tone::Failed;
    case RowChange::Downgrade:
    case RowChange::Other:
        return Tone::Needs;
    case RowChange::Same:
    case RowChange::Patch:
        break;
    }
    return Tone::Plain;
}

void PackageRows::add(const QString &name, const QStringList &versions, const QStringList &where)
{
    PackageLine row;
    row.name = name;
    row.versions = versions;
    while (row.versions.size() < sources.size())
        row.versions.append(QString());
    row.where = where;
    QStringList known;
    for (qsizetype i = 0; i < row.versions.size(); ++i) {
        if (i > 0)
            row.change = std::max(row.change, rowChangeBetween(row.versions[0], row.versions[i]));
        if (!row.versions[i].isEmpty() && !known.contains(row.versions[i]))
            known.append(row.versions[i]);
    }
    row.isSpread = known.size() > 1;
    rows.append(row);
}

int PackageRows::changed() const
{
    return int(std::count_if(rows.begin(), rows.end(),
                             [](const PackageLine &row) { return row.change != RowChange::Same; }));
}

QString PackageRows::markdown() const
{
    QString text = QLatin1String("| Package | Change |");
    QString line = QLatin1String("| --- | --- |");
    for (const QString &source : sources) {
        text += QLatin1Char(' ') + escaped(source) + QLatin1String(" |");
        line += QLatin1String(" --- |");
    }
    text += QLatin1Char('\n') + line + QLatin1Char('\n');
    for (const PackageLine &row : rows) {
        text += QStringLiteral("| %1 | %2 |").arg(escaped(row.name), rowChangeText(row.change));
        for (const QString &version : row.versions)
            text += QLatin1Char(' ') +
                    (version.isEmpty() ? QStringLiteral("\u2013") : escaped(version)) +
                    QLatin1String(" |");
        text += QLatin1Char('\n');
    }
    return text;
}

PackageRows PackageRows::fromEvidence(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PackageRows made;
    made.sources = textsOf(object.value(QLatin1String("sources")));
    for (const QJsonValue &value : object.value(QLatin1String("packages")).toArray()) {
        const QJsonObject package = value.toObject();
        const QString name = package.value(QLatin1String("name")).toString();
        if (!name.isEmpty())
            made.add(name,
                     textsOf(package.value(QLatin1String("versions"))).mid(0, made.sources.size()),
                     textsOf(package.value(QLatin1String("where"))));
    }
    return made;
}

} // namespace Slipway
