// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <compare>
#include <optional>

namespace Slipway {

/// What a tag says about the version of an image: its numbers, in order of weight, and the words
/// around them ("noble" of 8.2.6-noble). A value; any thread.
struct TagShape
{
    /// The numbers: of the version, of a date and time, of a build or revision (21.0.10_7, -r4).
    QList<qint64> numbers;
    /// How the numbers are written, such as "v#.#" or "date": only tags of one form can be
    /// compared.
    QString form;
    QStringList words;   ///< before and behind the version, in order, with "*" in its place
    QString preRelease;  ///< "rc1", "nightly"; empty: a stable version
    bool isDate = false; ///< a date or year and month: no number of it is a major one

    /// Nothing if the tag holds no version: a name that moves ("latest", "stable"), a commit.
    static std::optional<TagShape> of(const QString &tag);

    /// The number whose change is a decision; of dates always 0.
    qint64 major() const { return isDate || numbers.isEmpty() ? 0 : numbers.first(); }
    /// The words as they stand in the tag, without the version: "management-alpine".
    QString suffix() const;
};

/// Compares the numbers of two tags of one form; where they are equal, a release comes behind its
/// own candidates.
std::strong_ordering compareVersions(const TagShape &one, const TagShape &other);

/// How the words of another tag of the same form stand to these.
enum class WordsRelation
{
    Same,
    Later, ///< a newer base of the same kind: jammy to noble, alpine3.20 to alpine3.21
    Earlier,
    Other ///< something else: slim, windowsservercore
};
WordsRelation compareWords(const QStringList &from, const QStringList &to);

/// True of a tag that says only "the newest", whatever that is: latest, latest-alpine.
bool isLatest(const QString &tag);

} // namespace Slipway
