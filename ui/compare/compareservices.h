// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/packagesource.h"
#include "core/packages/settlement.h"

#include <QByteArray>
#include <functional>
#include <stop_token>

namespace Slipway {

/// Something of the engine that can be compared.
struct SourceOffer
{
    enum class Kind
    {
        Image,
        Container
    };
    Kind kind = Kind::Image;
    QString source; ///< as PackageSource reads it, such as "image:python-api:1.2"
    QString name;   ///< "python-api:1.2"
    QString note;   ///< "1.2 GB", "running, python-api:1.2"

    bool operator==(const SourceOffer &) const = default;
};

/// What was read of a source.
struct SourceReading
{
    QList<Inventory> inventories; ///< one for each Python; of a good reading never empty
    PackageReadingReport report;
};

/// Which packages disagree, and the edits of files that would settle it.
struct Settling
{
    QList<Disagreement> disagreements;
    QList<Settlement::Edit> edits;
};

/// What the page of the comparison asks. Each is called in a pool thread and may block.
struct CompareServices
{
    std::function<Result<SourceReading>(const QString &source, ImageReading images,
                                        std::stop_token stop)>
        read;
    std::function<Result<QList<SourceOffer>>(std::stop_token stop)> offers;
    std::function<Result<void>(const QString &file, const QByteArray &bytes)> save;
    /// files: with pins, and folders of such.
    std::function<Result<Settling>(const QList<Inventory> &inventories, const QStringList &files)>
        settle;
    /// Writes a file, unless it is no longer as it was.
    std::function<Result<void>(const Settlement::Edit &edit)> write;
};

} // namespace Slipway
