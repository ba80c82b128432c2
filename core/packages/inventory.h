// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/version.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace Slipway {

struct InstalledPackage
{
    QString name; ///< as the source spells it
    QString version;
    /// Nothing when the version is not of PEP 440, which pip shows behind "===".
    std::optional<Version> parsed;
    /// Where it came from when that was no package index: an address, or the folder of an
    /// editable install (direct_url.json); empty: an index, or unknown.
    QString origin = {};
    bool isEditable = false;
    /// Whether a person asked for it (the file REQUESTED); nothing: the source does not say.
    std::optional<bool> isRequested = {};

    bool isLocal() const { return parsed && parsed->isLocal(); }
    bool operator==(const InstalledPackage &) const = default;
};

/// Fills in where it came from, from what direct_url.json holds (PyPA, "Recording the Direct
/// URL Origin of installed distributions").
void readDirectUrl(const QJsonObject &direct, InstalledPackage *package);

/// What is installed somewhere: the packages of an image, a container, a venv or a list in a
/// file. A value; any thread.
class Inventory
{
public:
    /// Reads what `pip list --format=freeze` prints. Refused: an empty list, and any line that
    /// is neither name==version nor name===version nor one of the forms that `pip freeze` has
    /// for packages without a version (`name @ url`, `-e …`), which are kept as notes.
    /// label: what the source is called in messages, such as "container:api".
    static Result<Inventory> fromFreeze(const QByteArray &text, const QString &label);

    /// The same from a file; its label is "file:PATH".
    static Result<Inventory> fromFile(const QString &path);

    /// From packages that were read elsewhere, in their order; what is listed twice gets a note.
    static Inventory of(const QString &label, const QList<InstalledPackage> &packages);

    const QString &label() const { return m_label; }
    void setLabel(const QString &label) { m_label = label; }
    /// In the order of the source; a name stands once.
    const QList<InstalledPackage> &packages() const { return m_packages; }
    /// By any spelling of the name; null when it is not installed.
    const InstalledPackage *find(const QString &name) const;
    /// What a reader of the list should know: lines without a version, names that came twice,
    /// local versions.
    const QList<Message> &notes() const { return m_notes; }
    void addNote(const Message &note) { m_notes.append(note); }

    /// The list again, one `name==version` a line, sorted by normal name.
    QByteArray toFreeze() const;

private:
    void add(const InstalledPackage &package);

    QString m_label;
    QList<InstalledPackage> m_packages;
    QHash<QString, qsizetype> m_byNormalName;
    QList<Message> m_notes;
};

} // namespace Slipway
