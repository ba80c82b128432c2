// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"
#include "ui/pages/objectreader.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;

namespace Slipway {

class DiffView;
class EmptyState;
class EvidenceLoader;
class FactTable;
class LogPane;
class PackageTable;
struct LoadedEvidence;
struct PackageRows;

/// Shows any evidence in full: changes as a diff, output as output, packages as a table, facts,
/// text. The bytes come from a worker; until then it says so.
class EvidenceViewer final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceViewer(const ObjectReader &reader, QWidget *parent = nullptr);

    void show(const EvidenceView &evidence);
    /// Several pieces of one type, such as the packages of every instance.
    void showAll(const QList<EvidenceView> &evidence);
    void clear();
    void find();
    /// What the table shows; of other evidence nothing.
    const PackageRows &packages() const;
    void retranslate();

private:
    void take(const LoadedEvidence &loaded);
    void takeText(const QByteArray &bytes);
    void takeFacts(const QByteArray &bytes);
    void takePackages(const QList<QByteArray> &pieces);
    void say(const QString &title, const QString &text);

    EvidenceLoader *m_loader;
    QString m_key; ///< names what is shown: the same again changes nothing
    QString m_type;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    DiffView *m_diff;
    LogPane *m_log;
    PackageTable *m_packages;
    QPlainTextEdit *m_text;
    QWidget *m_packageBox = nullptr;
    QWidget *m_factScroll = nullptr;
    FactTable *m_facts;
};

} // namespace Slipway
