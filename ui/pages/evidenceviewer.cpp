// SPDX-License-Identifier: MIT
#include "ui/pages/evidenceviewer.h"

#include "ui/diff/diffview.h"
#include "ui/log/logpane.h"
#include "ui/pages/evidenceloader.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/facttable.h"
#include "ui/parts/searchfield.h"
#include "ui/table/packagetable.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Slipway {

namespace {

constexpr qsizetype mostText = 2 * 1024 * 1024; // bytes; evidence of type text is small

QString keyOf(const QList<EvidenceView> &evidence)
{
    QStringList parts;
    for (const EvidenceView &one : evidence)
        parts.append(one.evidence.type + one.evidence.digest + one.logFile);
    return parts.join(QLatin1Char('\n'));
}

QString readable(const QByteArray &bytes, const QString &type)
{
    if (type != QLatin1String("json"))
        return QString::fromUtf8(bytes.left(mostText));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return QString::fromUtf8(
        (document.isNull() ? bytes : document.toJson(QJsonDocument::Indented)).left(mostText));
}

/// Tables of several instances side by side: each brings its sources as columns of its own.
PackageRows joined(const QList<QByteArray> &pieces)
{
    if (pieces.size() == 1)
        return PackageRows::fromEvidence(pieces.first());
    PackageRows all;
    QMap<QString, QStringList> versions;
    QMap<QString, QStringList> where;
    for (const QByteArray &piece : pieces) {
        const PackageRows part = PackageRows::fromEvidence(piece);
        const qsizetype before = all.sources.size();
        all.sources += part.sources;
        for (const PackageLine &row : part.rows) {
            versions[row.name].resize(before);
            versions[row.name] += row.versions;
            versions[row.name].resize(all.sources.size());
            where[row.name].resize(before);
            where[row.name] += row.where;
            where[row.name].resize(all.sources.size());
        }
    }
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        it->resize(all.sources.size());
        where[it.key()].resize(all.sources.size());
        all.add(it.key(), *it, where.value(it.key()));
    }
    return all;
}

} // namespace

EvidenceViewer::EvidenceViewer(const ObjectReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_loader(new EvidenceLoader(reader, this))
    , m_stack(new QStackedWidget)
    , m_state(new EmptyState)
    , m_diff(new DiffView)
    , m_log(new LogPane)
    , m_packages(new PackageTable)
    , m_text(new QPlainTextEdit)
    , m_facts(new FactTable)
{
    auto *scroll = new ScrollColumn(0, 28);
    scroll->column()->addWidget(m_facts);
    scroll->column()->addStretch(1);
    m_factScroll = scroll;
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    followTheme(this, [this] {
        m_text->setFont(theme().font(Theme::Role::Fixed));
        QPalette palette = m_text->palette();
        palette.setColor(QPalette::Base, tokens().code);
        m_text->setPalette(palette);
    });
    m_text->document()->setDocumentMargin(theme().px(12));
    m_packageBox = new QWidget;
    auto *packageColumn = new QVBoxLayout(m_packageBox);
    packageColumn->setContentsMargins(theme().px(28), theme().px(8), theme().px(28), 0);
    packageColumn->addWidget(m_packages);
    QWidget *const views[] = {m_state, m_diff, m_log, m_packageBox, m_text, m_factScroll};
    for (QWidget *view : views)
        m_stack->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_loader, &EvidenceLoader::loaded, this, &EvidenceViewer::take);
}

void EvidenceViewer::show(const EvidenceView &evidence)
{
    showAll({evidence});
}

void EvidenceViewer::showAll(const QList<EvidenceView> &evidence)
{
    const QString key = keyOf(evidence);
    if (key == m_key || evidence.isEmpty())
        return;
    m_key = key;
    m_type = evidence.first().evidence.type;
    if (m_type == QLatin1String("log")) {
        m_loader->cancel();
        m_log->setLog(evidence.first().logFile, false);
        m_stack->setCurrentWidget(m_log);
        return;
    }
    QList<Evidence> wanted;
    for (const EvidenceView &one : evidence)
        wanted.append(one.evidence);
    say(tr("Reading the evidence…"), {});
    m_loader->load(wanted);
}

void EvidenceViewer::clear()
{
    m_loader->cancel();
    m_key.clear();
    m_log->setLog({}, false);
    m_diff->setFiles({});
    m_text->clear();
}

void EvidenceViewer::say(const QString &title, const QString &text)
{
    m_state->set(title, text);
    m_stack->setCurrentWidget(m_state);
}

void EvidenceViewer::take(const LoadedEvidence &loaded)
{
    if (!loaded.error.isEmpty()) {
        say(tr("This evidence cannot be shown"), loaded.error.translated());
        m_key.clear();
    } else if (m_type == QLatin1String("changes")) {
        m_diff->setFiles(loaded.files);
        m_stack->setCurrentWidget(m_diff);
    } else if (m_type == QLatin1String("packages")) {
        takePackages(loaded.bytes);
    } else if (m_type == QLatin1String("facts")) {
        takeFacts(loaded.bytes.value(0));
    } else {
        takeText(loaded.bytes.value(0));
    }
}

void EvidenceViewer::takeText(const QByteArray &bytes)
{
    QString text = readable(bytes, m_type);
    if (bytes.size() > mostText)
        text += QLatin1Char('\n') + tr("(The rest is left out here: it is too long.)");
    m_text->setPlainText(text);
    m_stack->setCurrentWidget(m_text);
}

void EvidenceViewer::takeFacts(const QByteArray &bytes)
{
    QList<FactRow> rows;
    const QJsonArray facts = QJsonDocument::fromJson(bytes).array();
    for (const QJsonValue &fact : facts) {
        const QJsonValue label = fact[QLatin1String("label")];
        rows.append(
            {label.isObject() ? Message::fromJson(label.toObject()).translated() : label.toString(),
             fact[QLatin1String("value")].toString()});
    }
    m_facts->setRows(rows);
    m_stack->setCurrentWidget(m_factScroll);
}

void EvidenceViewer::takePackages(const QList<QByteArray> &pieces)
{
    m_packages->setRows(joined(pieces));
    m_stack->setCurrentWidget(m_packageBox);
}

const PackageRows &EvidenceViewer::packages() const
{
    return m_packages->rows();
}

void EvidenceViewer::find()
{
    if (auto *field = m_stack->currentWidget()->findChild<SearchField *>())
        field->setFocus(Qt::ShortcutFocusReason);
}

void EvidenceViewer::retranslate()
{
    m_diff->setEmptyText(tr("No file differs"), tr("What is there is what was meant already."));
    m_log->setEmptyText(tr("No output"), tr("The program said nothing, or its output is gone."));
}

} // namespace Slipway
