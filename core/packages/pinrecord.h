// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/pin.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Slipway {

/// One pin that unpin took out: enough to put it back byte for byte.
struct RecordedPin
{
    QString name;       ///< as the file spelled it
    int occurrence = 0; ///< 0 for the first time the file names the package, 1 for the second
    int line = 0;       ///< where it stood
    QString op;
    QString version;
    QByteArray before; ///< the bytes taken out before the version, such as " == "
    QByteArray after;  ///< and behind it, such as ")"
    /// What stood between them instead of the version, such as "${NUMPY}"; empty: the version.
    QByteArray variable = {};

    /// True if a shell would misread it behind a word without quotes: `>=`, blanks, `(`.
    bool needsQuotes() const;
    bool operator==(const RecordedPin &) const = default;
};

struct RecordedFile
{
    QString file; ///< as the caller named it
    QList<RecordedPin> pins;
    bool operator==(const RecordedFile &) const = default;
};

/// What unpin took out of which files: JSON {"slipwayPins": 1, "files": [{"file", "pins":
/// [{"name", "occurrence", "line", "operator", "version", "before", "after", "variable"?}]}]}. A
/// value.
class PinRecord
{
public:
    QJsonObject toJson() const;
    /// A record comes from a file: everything that would be written into another file is
    /// checked.
    static Result<PinRecord> fromJson(const QJsonObject &json);

    const QList<RecordedFile> &files() const { return m_files; }
    bool isEmpty() const { return m_files.isEmpty(); }

    /// Adds what was taken out of a file, be it nothing. Pins that are already recorded for it are
    /// replaced, the others stay: a second unpin of a file, which finds nothing, loses nothing.
    void add(const RecordedFile &file);

    /// The pins of a file: by the same name, else of the only recorded file of which one path
    /// ends with the other (the record may hold a relative path). Null when there is none.
    const RecordedFile *forFile(const QString &file) const;
    bool operator==(const PinRecord &) const = default;

private:
    QList<RecordedFile> m_files;
};

} // namespace Slipway
