// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>

namespace Slipway {

/// A text of a checklist in one or more languages, such as {en: …, pt_BR: …}.
class LocalizedText
{
public:
    LocalizedText() = default;
    /// The same text for every language.
    explicit LocalizedText(QString text);
    explicit LocalizedText(QMap<QString, QString> byLanguage);

    /// The text for a locale name such as "pt_BR": exact, else same language, else English,
    /// else the first there is.
    QString in(const QString &language) const;
    /// As an argument of a Message or an Error, which then show it in the language of the person
    /// who looks; a text for every language stays as it is.
    QString argument() const;
    bool isEmpty() const { return m_byLanguage.isEmpty(); }
    const QMap<QString, QString> &byLanguage() const { return m_byLanguage; }
    bool operator==(const LocalizedText &) const = default;

private:
    QMap<QString, QString> m_byLanguage;
};

/// The argument as that language shows it.
QString argumentIn(const QString &argument, const QString &language);

} // namespace Slipway
