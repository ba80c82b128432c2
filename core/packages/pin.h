// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/packages/filelines.h"
#include "core/packages/mappedbytes.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace Slipway {

/// The kinds of file whose pins can be edited.
enum class PinFileKind
{
    Dockerfile,
    Requirements,
    Pyproject,
    Shell
};

/// A package that a file names, with the version it asks for, and where in the file's bytes
/// that stands. Also a name without a version is one: that is where a version would go.
struct Pin
{
    QString name;       ///< as the file spells it
    QString normalName; ///< for comparing, see normalPackageName()
    QStringList extras;
    /// Of the only clause, such as "=="; empty without version, with several, and for a version
    /// of Poetry that stands alone.
    QString op;
    QByteArray version;  ///< of the only clause, as written
    QByteArray marker;   ///< behind ';', as written
    ByteRange text;      ///< name, extras and specifier
    ByteRange specifier; ///< what unpin takes out; an empty range where a version would go
    ByteRange written;   ///< the version, or the variable that holds it, in the specifier
    ByteRange
        versionRange; ///< the version alone; where it comes from a variable, where that is set
    /// As written, such as "${NUMPY}", where the version comes from a variable of this file.
    QByteArray variable;
    ByteRange assignment; ///< what sets the variable, such as NUMPY=1.2
    int assignmentLine = 0;
    QByteArray unpinned;     ///< what is written for "any version" where something must be: "*"
    QList<ByteRange> hashes; ///< its --hash options
    int line = 0;            ///< from 1, of the name
    /// A '>' put here would be a redirection to the shell that reads the file.
    bool isBareShellWord = false;
    /// Why this place must be left alone; empty: it can be edited.
    Message obstacle;

    bool isPinned() const { return !version.isEmpty(); }
    bool isEditable() const { return obstacle.isEmpty(); }
};

/// A place that was looked at and not changed, with the reason.
struct LeftAlone
{
    int line = 0; ///< from 1; 0: the file as a whole
    QString name; ///< of the package; empty where there is none
    Message why;
    bool operator==(const LeftAlone &) const = default;
};

/// Another file that a file names, which may hold pins of its own.
struct NamedFile
{
    enum class Kind
    {
        Requirements,
        Constraints,
        Script
    };

    QString path; ///< as written
    Kind kind = Kind::Requirements;
    int line = 0; ///< from 1
    bool operator==(const NamedFile &) const = default;
};

/// All packages that a file names, in the order of the file.
struct LocatedPins
{
    QList<Pin> pins;
    QList<LeftAlone> leftAlone; ///< places that are not pins, such as an address or a heredoc
    QList<NamedFile> files;
};

class VersionVariables;

/// What a locator knows about the text of a requirement beyond the text itself.
struct PinContext
{
    bool isShellWord = false;
    QList<ByteRange> hashes; ///< of its --hash options
    bool hasOddHash = false; ///< one that is written in a way that is not changed
    const VersionVariables *variables = nullptr; ///< that a shell expands; null: none are
    bool isRedirected = false; ///< a bare < or > follows: the shell took the version away
};

/// Gathers what a locator finds in a file. Keeps a reference to the file's bytes.
class PinCollector final
{
public:
    explicit PinCollector(const QByteArray &file);

    /// Reads one requirement into the pin (with its obstacle, if any) or the place to leave
    /// alone.
    void add(const MappedBytes &requirement, const PinContext &context = {});
    /// Reads the version of a package whose name stands elsewhere, as a key of Poetry's tables.
    void addConstraint(const QString &name, const MappedBytes &constraint);
    void addFile(const MappedBytes &path, NamedFile::Kind kind);
    void leaveAlone(qsizetype byte, const Message &why, const QString &name = {});
    /// What concerns the file as a whole.
    void leaveFileAlone(const Message &why) { m_found.leftAlone.append({0, {}, why}); }

    /// Marks pins of one package that differ under conditions (python_version < '3.9'): one
    /// version from an inventory cannot serve them.
    void markConditionalPins();

    /// Marks pins of different packages whose version one variable sets, and pins whose variable
    /// is used more often than they do. uses: how often by name, as far as that was counted.
    void markSharedVariables(const QHash<QByteArray, int> &uses = {});

    /// All that was found, the pins in the order of the file.
    LocatedPins take();

private:
    void useVariable(const MappedBytes &mapped, const PinContext &context, ByteRange written,
                     Pin *pin) const;
    Pin readPin(const MappedBytes &mapped, const Requirement &requirement,
                const PinContext &context) const;

    const QByteArray &m_file;
    FileLines m_lines;
    LocatedPins m_found;
};

} // namespace Slipway
