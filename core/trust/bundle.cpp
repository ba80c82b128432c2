// SPDX-License-Identifier: MIT
#include "core/trust/bundle.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

const QLatin1String resources(":/");

/// A file that is gone has no canonical path; its name is then all there is.
QString canonical(const QString &file)
{
    const QFileInfo info(file);
    const QString path = info.canonicalFilePath();
    return path.isEmpty() ? info.absoluteFilePath() : path;
}

} // namespace

Bundle Bundle::of(const Checklist &checklist, const QByteArray &bytes)
{
    Bundle bundle{canonical(checklist.file), checklist.includes};
    bundle.files.append({QFileInfo(checklist.file).fileName(), bytes, sha256Hex(bytes)});
    std::sort(bundle.files.begin(), bundle.files.end(),
              [](const IncludedFile &a, const IncludedFile &b) { return a.path < b.path; });
    return bundle;
}

QByteArray Bundle::lines() const
{
    QByteArrayList lines;
    for (const IncludedFile &one : files)
        lines.append(one.path.toUtf8() + ' ' + one.digest.toUtf8() + '\n');
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

/// In canonical JSON, for a name may hold blanks and line ends.
QString Bundle::digest() const
{
    QJsonArray all{QStringLiteral("slipway-trust-1"), file};
    for (const IncludedFile &one : files)
        all.append(QJsonArray{one.path, one.digest});
    return sha256Hex(canonicalJson(all).valueOr({}));
}

const IncludedFile *Bundle::find(const QString &path) const
{
    const auto found = std::find_if(files.cbegin(), files.cend(),
                                    [&](const IncludedFile &one) { return one.path == path; });
    return found == files.cend() ? nullptr : &*found;
}

bool Bundle::shipsWithSlipway() const
{
    if (!file.startsWith(resources))
        return false;
    const QString folder = QFileInfo(file).path() + u'/';
    return std::all_of(files.cbegin(), files.cend(), [&](const IncludedFile &one) {
        const auto own = readFile(folder + one.path);
        return own && *own == one.bytes;
    });
}

} // namespace Slipway
