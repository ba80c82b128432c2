// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/inventory.h"
#include "core/packages/pinediting.h"

#include <QMap>

namespace Slipway {

/// A place that has one version of a package: a pin of a file, or what is installed somewhere.
struct VersionPlace
{
    QString where; ///< "api/Dockerfile:12", "image:api"
    QString version;
    std::optional<Version> parsed;
    QString file;     ///< of a pin; empty: it is installed, and settled by building anew
    Message obstacle; ///< why the pin cannot be edited; empty: it can

    bool isEditable() const { return !file.isEmpty() && obstacle.isEmpty(); }
};

/// A package that is there in more than one version.
struct Disagreement
{
    QString name;               ///< as the first place spells it
    QList<VersionPlace> places; ///< all that have it, in the order they were added
    QString settled;            ///< the newest version of them: what would settle it

    bool isSettled(const VersionPlace &place) const;
};

/// The rule that a package has one version wherever it is: in files, repositories, images. A
/// pin counts if it is exact (== or ===, no wildcard). One thread.
class SameVersion
{
public:
    void addInventory(const Inventory &inventory);
    /// The pins of a file; where: how it is shown. Errors as those of locatePins().
    Result<void> addFile(const QString &file, const QByteArray &bytes, PinFileKind kind);

    /// By normal name. only: names in any spelling; empty: all.
    QList<Disagreement> disagreements(const QStringList &only = {},
                                      const QStringList &except = {}) const;
    int packages() const { return int(m_places.size()); }

private:
    void add(const QString &name, const VersionPlace &place);

    QMap<QString, QList<VersionPlace>> m_places; ///< by normal name
    QMap<QString, QString> m_names;              ///< as first spelled
};

/// The file with every pin of a disagreement at the version that settles it.
Result<PinResult> settleFile(const QString &file, const QByteArray &bytes, PinFileKind kind,
                             const QList<Disagreement> &disagreements);

} // namespace Slipway
