// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/inventory.h"
#include "core/packages/pin.h"
#include "core/packages/pinrecord.h"
#include "core/packages/wheelhashes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// The door to the editors: bytes in, bytes out, nothing read or written. Only the bytes of
/// versions change; whatever cannot be changed safely is left alone and reported.

/// One change of one pin, as a person wants to read it.
struct PinEdit
{
    int line = 0;    ///< from 1, in the old bytes and in the new ones
    QString name;    ///< as the file spells it
    QString oldText; ///< such as "mlflow[auth]==2.9.2"
    QString newText;
    QString oldVersion; ///< empty: there was none
    QString newVersion; ///< empty: there is none now
    bool operator==(const PinEdit &) const = default;
};

struct PinEditOptions
{
    QString file;       ///< the name that goes into the record and is looked up in it
    QStringList only;   ///< names to touch, in any spelling; empty: all
    QStringList except; ///< names to leave as they are, without a report
    /// Lines whose pins, or whose variables that pins use, to leave as they are, without a report.
    QList<int> exceptLines = {};
    /// Where new --hash values come from; without one for a version a pin with hashes is
    /// reported and left alone.
    WheelHashes hashes = {};
};

struct UnpinResult
{
    QByteArray bytes;
    QList<PinEdit> edits;
    QList<LeftAlone> leftAlone;
    QList<NamedFile> files; ///< that the file names and that may hold pins, too
    RecordedFile taken;     ///< for PinRecord::add()
};

enum class PinMode
{
    PinnedNow, ///< what the file pins now and the inventory knows; keeps its operator
    Recorded,  ///< what the record says was pinned, with the operator that it had
    Every,     ///< every name that the inventory knows; one without a version gets ==
    /// Requirements alone: the file is the inventory's list. Lines of packages that it does not
    /// have go, lines of those that the file does not have come, spelling and comments stay.
    Freeze
};

struct PinResult
{
    QByteArray bytes;
    QList<PinEdit> edits;
    QList<LeftAlone> leftAlone;
    QList<NamedFile> files;
    QStringList unknownNames = {}; ///< that should get a version and the inventory does not know
};

/// All packages that the file names. Errors: "packages.wide-encoding", "packages.not-toml",
/// "packages.too-large".
Result<LocatedPins> locatePins(const QByteArray &bytes, PinFileKind kind);

/// Takes the versions out. Several conditions, limits (<, <=, >, !=, ~=), ==1.*, hashes, local
/// versions, variables that the file does not set and what stands there in an unusual way stay
/// and are reported.
Result<UnpinResult> unpinFile(const QByteArray &bytes, PinFileKind kind,
                              const PinEditOptions &options = {});

/// Writes the inventory's versions in. Sets values, so doing it twice changes nothing more.
/// record is used by PinMode::Recorded alone; a file that it does not hold is an error,
/// "packages.not-recorded". PinMode::Freeze of another kind of file: "packages.freeze-kind".
Result<PinResult> pinFile(const QByteArray &bytes, PinFileKind kind, const Inventory &inventory,
                          PinMode mode, const PinRecord &record = {},
                          const PinEditOptions &options = {});

} // namespace Slipway
