// SPDX-License-Identifier: MIT
#include "ui/compare/packagedetails.h"

#include "core/packages/visibletext.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/facttable.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Slipway {

namespace {
constexpr int labelUnits = 130;

/// As the same-version rule has it: what is no version of PEP 440 is older than what is one.
QString newestOf(const ComparedPackage &package)
{
    const InstalledPackage *newest = nullptr;
    for (const auto &one : package.found) {
        const bool isNewer =
            one &&
            (!newest || (one->parsed && (!newest->parsed || *newest->parsed < *one->parsed)));
        if (isNewer)
            newest = &*one;
    }
    return newest ? visibleText(newest->version) : QString();
}
} // namespace

PackageDetails::PackageDetails(QWidget *parent)
    : QWidget(parent)
    , m_name(new ProseLabel(Theme::Role::Section))
    , m_summary(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_facts(new FactTable)
    , m_close(new LinkLabel)
{
    m_facts->setLabelWidth(labelUnits);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *scroll = new ScrollColumn(0, 0);
    scroll->column()->addWidget(m_facts);
    scroll->column()->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(4), 0, 0);
    column->setSpacing(theme().px(8));
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addWidget(scroll, 1);
    connect(m_close, &LinkLabel::clicked, this, &PackageDetails::closed);
    retranslate();
}

void PackageDetails::setPackage(const CompareRows &rows, int package)
{
    m_rows = rows;
    m_package = package;
    if (package >= 0 && package < rows.rows.size())
        show(rows.comparison.packages()[package], rows.rows[package], rows.labels);
}

void PackageDetails::show(const ComparedPackage &package, const CompareRow &row,
                          const QStringList &labels)
{
    m_name->setSpans({{row.name, Span::Style::Plain}});
    QStringList words;
    if (labels.size() > 1)
        words.append(rowChangeText(row.change));
    if (row.disagrees) {
        words.append(tr("breaks the same-version rule"));
        words.append(tr("%1 everywhere would settle it").arg(newestOf(package)));
    }
    if (const auto asked = package.isRequested())
        words.append(*asked ? tr("asked for by a person") : tr("brought in by other packages"));
    m_summary->setSpans({{words.join(QStringLiteral(" \u00b7 ")), Span::Style::Plain}});
    QList<FactRow> facts;
    for (qsizetype i = 0; i < package.found.size(); ++i) {
        const auto &found = package.found[i];
        const bool isOther = row.isOther.value(i);
        QString value = found ? row.versions[i] : tr("not there");
        if (found && found->isEditable)
            value += u'\n' + tr("editable, from %1").arg(visibleText(found->origin));
        else if (found && !found->origin.isEmpty())
            value += u'\n' + tr("from %1").arg(visibleText(found->origin));
        if (found && found->isLocal())
            value += u'\n' + tr("a local version: no index has it");
        if (found && !found->parsed)
            value += u'\n' + tr("no version as PEP 440 writes them");
        facts.append({labels.value(i), value, isOther ? toneOf(row.change) : Tone::Plain,
                      found.has_value()});
    }
    m_facts->setRows(facts);
}

void PackageDetails::retranslate()
{
    m_close->setLabel(tr("Close"));
    setAccessibleName(tr("The chosen package"));
    setPackage(m_rows, m_package);
}

void PackageDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, 1, height(), tokens().line);
}

} // namespace Slipway
