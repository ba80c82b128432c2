// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Slipway {

/// A place in a text file, counted from 1; line 0 means "the file as a whole".
struct Place
{
    QString file;
    int line = 0;
    int column = 0;

    bool isValid() const { return !file.isEmpty(); }
    /// "file:line:column", as compilers print it.
    QString text() const;
    bool operator==(const Place &) const = default;
};

/// What went wrong, for a person and for the program. A value; any thread.
///
/// The sentence is kept as an English pattern with %1, %2, … and its arguments, so that the
/// journal holds what happened and each window shows it in its own language. Write it as
/// QT_TRANSLATE_NOOP("Slipway::Error", "…"): what failed, why, what to do.
class Error
{
public:
    Error() = default;
    Error(QString code, const char *pattern, QStringList arguments = {});

    /// What the program may branch on, such as "git.remote-moved".
    const QString &code() const { return m_code; }
    /// The English sentence.
    QString message() const;
    /// The sentence in the language of the installed translators.
    QString translated() const;
    const QStringList &arguments() const { return m_arguments; }

    /// Raw text for "show more", such as the last lines of a program; never a secret.
    const QString &detail() const { return m_detail; }
    Error withDetail(QString detail) const;

    const Place &place() const { return m_place; }
    Error at(Place place) const;

    bool isEmpty() const { return m_code.isEmpty(); }

    /// {code, arguments, message, pattern, detail?, file?, line?, column?}
    QJsonObject toJson() const;
    static Error fromJson(const QJsonObject &json);

    bool operator==(const Error &) const = default;

private:
    QString m_code;
    QString m_pattern;
    QStringList m_arguments;
    QString m_detail;
    Place m_place;
};

/// A sentence for a person that is no error: a pattern and arguments, translated when shown.
class Message
{
public:
    Message() = default;
    /// pattern: QT_TRANSLATE_NOOP("Slipway::Message", "…") with %1, %2, …
    explicit Message(const char *pattern, QStringList arguments = {});

    QString english() const;
    QString translated() const;
    bool isEmpty() const { return m_pattern.isEmpty(); }

    QJsonObject toJson() const;
    static Message fromJson(const QJsonObject &json);
    bool operator==(const Message &) const = default;

private:
    QString m_pattern;
    QStringList m_arguments;
};

/// Replaces %1 … %9 in one pass, so that an argument that holds "%2" stays as it is.
QString fillPattern(const QString &pattern, const QStringList &arguments);

} // namespace Slipway
