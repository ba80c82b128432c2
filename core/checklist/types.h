// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/localizedtext.h"
#include "core/base/value.h"

#include <QString>
#include <QStringList>

namespace Slipway {

/// The types of inputs, parameters and outputs.
enum class Type
{
    Text,      ///< one line, no control or bidi characters
    Prose,     ///< text of several lines, such as a commit message
    Number,    ///< whole
    Flag,      ///< true or false
    Choice,    ///< one of TypeSpec::choices
    Directory, ///< a folder that exists; made absolute when a run starts
    File,      ///< a file that exists; made absolute when a run starts
    Path,      ///< below a root: relative, no "..", no empty part
    List,      ///< of TypeSpec::element
    Map,
    GitBranch, ///< git check-ref-format --branch, and no leading "-"
    Version,   ///< letters? digits and dots, such as 1.8.10 or r1.6.19
    Digest,    ///< algorithm:hex
    Url,       ///< https, http, ssh, file, or git's host:path
    Duration,  ///< "90s", "15m", "24h", "2d": kept as text
    Secret,    ///< known by its name alone (secrethandle.h); its value is in no plan or journal
    Any,       ///< whatever the author writes; parameters of kinds only
    Localized  ///< prose for people: one text, or one for each language, {en: …, pt_BR: …};
               ///< parameters of kinds only
};

/// Where `${{ secrets.NAME }}` may stand in a parameter.
enum class SecretPlace
{
    Nowhere,
    Whole,   ///< it may be the value
    Members, ///< it may be a member of the map
    Replies  ///< it may be `reply` of an element of the list
};

struct TypeSpec
{
    Type type = Type::Text;
    QStringList choices;           ///< of Choice
    Type element = Type::Text;     ///< of List
    bool mayStartWithDash = false; ///< else a text that begins with "-" is refused (it could
                                   ///< be taken for an option)
    SecretPlace secrets = SecretPlace::Nowhere;
    bool operator==(const TypeSpec &) const = default;
};

/// "text", "git-branch", … as checklists write them; empty if there is none.
QString typeName(Type type);
std::optional<Type> typeNamed(const QString &name);

/// Checks a value and brings it into the type's own form (a text "true" from the command line
/// becomes a flag, one text becomes a list of one, a list inside a list of texts is spliced in).
/// The error says what would be right; it names no place. existing: also ask the file system
/// whether directories and files exist.
Result<Value> conform(const Value &value, const TypeSpec &spec, bool existing = false);

/// The texts of a value of type localized.
LocalizedText localizedOf(const Value &value);
/// True for the name of a language as texts are written for: en, pt_BR.
bool isLanguage(const QString &name);

/// Milliseconds of "500ms", "90s", "15m", "24h", "2d".
Result<qint64> durationMs(const QString &text);

/// True for a character that may not stand in one-line values: C0 and C1 controls, DEL, and
/// the bidirectional controls U+202A-202E and U+2066-2069.
bool isForbidden(QChar character);

} // namespace Slipway
