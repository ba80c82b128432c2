// SPDX-License-Identifier: MIT
// How the page of the comparison gives every package one version.
#include "core/packages/fileselection.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/settlepane.h"
#include "ui/compare/sourcereader.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/noticebar.h"

#include <QDir>
#include <QFileDialog>

namespace Slipway {

namespace {

const QLatin1String settleAction("settle");
const QLatin1String backAction("back");
const QLatin1String folderAction("folder");
const QLatin1String writeAction("write");

/// The file behind a source that is a list of pins; empty: it is none.
QString pinFileOf(const CompareSource &source)
{
    const auto parsed = source.isFixed ? Result<PackageSource>(Error())
                                       : PackageSource::parse(source.source, QDir::currentPath());
    if (!parsed || parsed->kind != PackageSource::Kind::File || !pinFileKindOf(parsed->name))
        return {};
    return parsed->name;
}

/// Writes them in their order, until one fails.
Result<void> writeAll(const CompareServices &services, const QList<Settlement::Edit> &edits)
{
    for (const Settlement::Edit &one : edits) {
        if (auto written = services.write(one); !written)
            return written;
    }
    return {};
}

} // namespace

void ComparePage::setSettling(bool isSettling)
{
    m_isSettling = isSettling && m_reader->services().settle;
    if (m_isSettling)
        lookForSettling();
    showParts();
    showState();
}

void ComparePage::addFolder(const QString &folder)
{
    if (!m_folders.contains(folder))
        m_folders.append(folder);
    lookForSettling();
}

void ComparePage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder whose files are to be edited"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::addFolder);
    dialog->open();
}

void ComparePage::lookForSettling()
{
    QList<Inventory> inventories;
    QStringList files = m_folders;
    for (const CompareSource &source : std::as_const(m_sources)) {
        const QString file = pinFileOf(source);
        if (file.isEmpty())
            inventories += source.reading.inventories;
        else
            files.append(file);
    }
    m_settle->setLooking();
    m_reader->compute([settle = m_reader->services().settle, inventories,
                       files] { return settle(inventories, files); },
                      [this, number = ++m_settlingNumber](const Result<Settling> &settling) {
                          if (number != m_settlingNumber)
                              return;
                          if (settling)
                              m_settle->setSettling(*settling);
                          else
                              m_settle->setProblem(settling.error().translated());
                          showState();
                      });
    showState();
}

void ComparePage::writeSettling()
{
    const QList<Settlement::Edit> edits = m_settle->settling().edits;
    m_settle->setLooking();
    m_reader->compute(
        [services = m_reader->services(), edits] { return writeAll(services, edits); },
        [this, count = int(edits.size())](const Result<void> &written) {
            m_notice->set(written ? Tone::Done : Tone::Failed,
                          written ? tr("%n file(s) written.", nullptr, count)
                                  : written.error().translated(),
                          written ? QString() : written.error().detail(), tr("Close"));
            m_notice->show();
            for (CompareSource &source : m_sources) {
                if (!pinFileOf(source).isEmpty())
                    startReading(&source);
            }
            showSources();
            lookForSettling();
        });
}

void ComparePage::showSettleBar()
{
    const int files = int(m_settle->settling().edits.size());
    m_bar->setSentence(files > 0
                           ? tr("Only the versions change; nothing else in the files is touched.")
                           : QString());
    QList<ActionItem> actions{
        {backAction, tr("Back to the comparison"), Button::Kind::Quiet, true, {}},
        {folderAction,
         tr("Add a folder…"),
         files > 0 ? Button::Kind::Outlined : Button::Kind::Primary,
         true,
         {}}};
    if (files > 0)
        actions.append(
            {writeAction, tr("Write %n file(s)", nullptr, files), Button::Kind::Primary, true, {}});
    m_bar->setActions(actions);
}

bool ComparePage::actSettling(const QString &action)
{
    if (action == settleAction)
        setSettling(true);
    else if (action == backAction)
        setSettling(false);
    else if (action == folderAction)
        chooseFolder();
    else if (action == writeAction)
        writeSettling();
    else
        return false;
    return true;
}

} // namespace Slipway
