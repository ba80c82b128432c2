// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pinediting.h"
#include "core/steps/editplan.h"

namespace Slipway {

/// A file whose pins a step changes.
struct PinFile
{
    EditedFile file;
    PinFileKind kind = PinFileKind::Requirements;
};

/// The files that the parameters in, files, except and as select; "packages.unknown-kind" for
/// one whose kind its name does not tell.
Result<QList<PinFile>> selectPinFiles(const Value::Map &with, const StepContext &context);

/// Their paths below the root.
QStringList pathsOf(const QList<PinFile> &files);

/// What all files of a step give together.
class PinChanges final
{
public:
    /// Adds the outcome of one file's editing; the edit joins the plan.
    Result<void> add(const StepContext &context, const PinFile &file, const QByteArray &bytes,
                     const QList<PinEdit> &edits, const QList<LeftAlone> &leftAlone);

    const QList<FileEdit> &fileEdits() const { return m_fileEdits; }
    /// Paths of the files that change.
    QStringList changedFiles() const;
    qint64 count() const { return m_count; }
    /// "file:line name: why", in English.
    QStringList leftAlone() const;

    /// Evidence "packages" (versions before and after) and "left-alone", where there is any.
    Result<QList<Evidence>> evidence(const StepContext &context) const;

private:
    struct Row
    {
        QString before;
        QString after;
        QStringList where;
    };
    struct Left
    {
        QString place;
        QString why;
    };
    QList<FileEdit> m_fileEdits;
    QMap<QString, QList<Row>> m_rows; ///< by normal name
    QMap<QString, QString> m_names;   ///< as first spelled
    QList<Left> m_left;
    qint64 m_count = 0;
};

/// The parameters that both unpin and pin have.
QList<ParameterSpec> pinFileParameters();
PinEditOptions pinOptions(const Value::Map &with, const PinFile &file);

} // namespace Slipway
