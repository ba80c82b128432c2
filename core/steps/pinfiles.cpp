// SPDX-License-Identifier: MIT
#include "core/steps/pinfiles.h"

#include "core/base/canonicaljson.h"
#include "core/packages/fileselection.h"
#include "core/packages/packagename.h"
#include "core/packages/pinrefusals.h"
#include "core/steps/inventoryobject.h"
#include "core/steps/parameters.h"

#include <QJsonArray>

namespace Slipway {

namespace {

Result<PinFileKind> kindOf(const QString &path, const Value::Map &with)
{
    const QString as = with[QStringLiteral("as")].text();
    const auto kind = as.isEmpty() ? pinFileKindOf(path) : pinFileKindNamed(as);
    if (kind)
        return *kind;
    return Error(QStringLiteral("packages.unknown-kind"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The name of %1 does not tell what kind of file it is. Say "
                                   "\"as\": dockerfile, requirements, pyproject or shell."),
                 {path});
}

} // namespace

QList<ParameterSpec> pinFileParameters()
{
    ParameterSpec files =
        required(QStringLiteral("files"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Patterns of the files, such as Dockerfile (in any folder) or "
                                   "worker/requirements.txt."));
    ParameterSpec as =
        optional(QStringLiteral("as"), Type::Choice,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The kind of the files, where their names do not tell."));
    as.type.choices = {QStringLiteral("dockerfile"), QStringLiteral("requirements"),
                       QStringLiteral("pyproject"), QStringLiteral("shell")};
    return {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder that the files are below; else the workspace.")),
        files,
        optional(QStringLiteral("except"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Patterns of files to leave out, such as temp_builder/**.")),
        optional(QStringLiteral("packages"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Only these packages.")),
        optional(QStringLiteral("leave"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "What to leave as it is: packages, files, or places such as "
                                   "api/Dockerfile:7.")),
        as,
    };
}

PinEditOptions pinOptions(const Value::Map &with, const PinFile &file)
{
    PinEditOptions options;
    options.file = file.file.path.path();
    options.only = with[QStringLiteral("packages")].texts();
    PinRefusals(with[QStringLiteral("leave")].texts()).applyTo(options.file, &options);
    return options;
}

Result<QList<PinFile>> selectPinFiles(const Value::Map &with, const StepContext &context)
{
    const auto root = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!root)
        return root.error();
    const auto all = context.files.filesBelow(*root);
    const auto paths = all ? selectAmong(*all, *root, with[QStringLiteral("files")].texts(),
                                         with[QStringLiteral("except")].texts())
                           : all;
    if (!paths)
        return paths.error();
    QList<PinFile> files;
    const PinRefusals refusals(with[QStringLiteral("leave")].texts());
    for (const QString &path : *paths) {
        if (refusals.refusesFile(path))
            continue;
        const auto kind = kindOf(path, with);
        if (!kind)
            return kind.error();
        const auto file = existingFile(*root, path, context);
        if (!file)
            return file.error();
        files.append({*file, *kind});
    }
    return files;
}

QStringList pathsOf(const QList<PinFile> &files)
{
    QStringList paths;
    for (const PinFile &file : files)
        paths.append(file.file.path.path());
    return paths;
}

Result<void> PinChanges::add(const StepContext &context, const PinFile &file,
                             const QByteArray &bytes, const QList<PinEdit> &edits,
                             const QList<LeftAlone> &leftAlone)
{
    const QString path = file.file.path.path();
    for (const LeftAlone &left : leftAlone) {
        const QString place =
            left.line > 0 ? QStringLiteral("%1:%2").arg(path).arg(left.line) : path;
        m_left.append({left.name.isEmpty() ? place : place + u' ' + left.name, left.why.english()});
    }
    for (const PinEdit &edit : edits) {
        const QString name = normalPackageName(edit.name);
        if (!m_names.contains(name))
            m_names.insert(name, edit.name);
        const QString where = QStringLiteral("%1:%2").arg(path).arg(edit.line);
        auto &rows = m_rows[name];
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row &row) {
            return row.before == edit.oldVersion && row.after == edit.newVersion;
        });
        if (same != rows.end())
            same->where.append(where);
        else
            rows.append({edit.oldVersion, edit.newVersion, {where}});
    }
    m_count += edits.size();
    if (bytes == file.file.bytes)
        return {};
    const auto edit = planEdit(context, file.file.path, file.file.bytes, bytes);
    if (!edit)
        return edit.error();
    m_fileEdits.append(*edit);
    return {};
}

QStringList PinChanges::changedFiles() const
{
    QStringList paths;
    for (const FileEdit &edit : m_fileEdits)
        paths.append(edit.path);
    return paths;
}

QStringList PinChanges::leftAlone() const
{
    QStringList texts;
    for (const Left &left : m_left)
        texts.append(left.place + QStringLiteral(": ") + left.why);
    return texts;
}

Result<QList<Evidence>> PinChanges::evidence(const StepContext &context) const
{
    QList<PackageRow> rows;
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        for (const Row &row : it.value()) {
            const QString where = row.where.join(u", ");
            rows.append({m_names.value(it.key()), {row.before, row.after}, {where, where}});
        }
    }
    QList<Evidence> evidence;
    const auto packages = packagesEvidence(
        context, {QStringLiteral("before"), QStringLiteral("after")}, rows,
        QStringLiteral("%1 versions, %2 files").arg(m_count).arg(m_fileEdits.size()));
    if (!packages)
        return packages.error();
    evidence.append(*packages);
    if (m_left.isEmpty())
        return evidence;
    QJsonArray facts;
    for (const Left &left : m_left)
        facts.append(QJsonObject{{QStringLiteral("label"), left.place},
                                 {QStringLiteral("value"), left.why}});
    const auto bytes = canonicalJson(facts);
    if (!bytes)
        return bytes.error();
    const auto stored =
        storeEvidence(context, QStringLiteral("left-alone"), QStringLiteral("facts"), *bytes);
    if (!stored)
        return stored.error();
    evidence.append(*stored);
    return evidence;
}

} // namespace Slipway
