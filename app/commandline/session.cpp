// SPDX-License-Identifier: MIT
#include "app/commandline/session.h"

#include "core/base/files.h"
#include "core/process/attemptfolder.h"
#include "core/secrets/keyring.h"
#include "core/steps/registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

/// Resources of a static library are only linked in when they are named, outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(checklists);
}

namespace Slipway {

namespace {
const QString bundledFolder = QStringLiteral(":/checklists");
const QString suffix = QStringLiteral(".checklist.yaml");
} // namespace

Session::Session() : m_places(Places::fromEnvironment()), m_secrets(std::make_unique<Keyring>())
{
    registerBuiltinKinds(m_kinds);
}

Session::~Session() = default;

Result<void> Session::open()
{
    if (m_store)
        return {};
    if (auto made = m_places.create(); !made)
        return made;
    auto store = SqliteStore::open(m_places.journal(), localAuthor(), m_clock);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    return {};
}

RunServices Session::services()
{
    return {m_places,      m_store.get(), &m_kinds, &m_clock, supervisorProgram(),
            localAuthor(), &m_secrets};
}

Result<Session::Document> Session::document(const QString &nameOrFile)
{
    initResources();
    const QString resource = bundledFolder + u'/' + nameOrFile + suffix;
    const bool isBundled = !nameOrFile.contains(u'/') && QFile::exists(resource);
    if (!isBundled && !QFileInfo::exists(nameOrFile))
        return Error(QStringLiteral("checklist.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no file %1 and no bundled checklist of that name. "
                                       "Bundled are: %2."),
                     {nameOrFile, bundled().join(QLatin1String(", "))});
    const QString file = isBundled ? resource : QFileInfo(nameOrFile).canonicalFilePath();
    auto bytes = readFile(file, 1024 * 1024 + 1);
    if (!bytes)
        return bytes.error();
    return Document{*bytes, file};
}

QStringList Session::bundled()
{
    initResources();
    QStringList names = QDir(bundledFolder).entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(suffix.size());
    return names;
}

} // namespace Slipway
