// SPDX-License-Identifier: MIT
#include "core/base/localizedtext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Slipway {

namespace {
const QString english = QStringLiteral("en");
// No text of a checklist may hold it, so nothing else is taken for texts by language.
constexpr QChar byLanguageMark(0x1e);
} // namespace

LocalizedText::LocalizedText(QString text) : m_byLanguage{{english, std::move(text)}} {}

LocalizedText::LocalizedText(QMap<QString, QString> byLanguage)
    : m_byLanguage(std::move(byLanguage))
{
}

QString LocalizedText::in(const QString &language) const
{
    if (const auto exact = m_byLanguage.constFind(language); exact != m_byLanguage.cend())
        return *exact;
    const QString base = language.section(u'_', 0, 0);
    for (auto it = m_byLanguage.cbegin(); it != m_byLanguage.cend(); ++it) {
        if (it.key().section(u'_', 0, 0) == base)
            return it.value();
    }
    if (const auto it = m_byLanguage.constFind(english); it != m_byLanguage.cend())
        return *it;
    return m_byLanguage.isEmpty() ? QString() : m_byLanguage.first();
}

QString LocalizedText::argument() const
{
    if (m_byLanguage.size() < 2)
        return in(english);
    QJsonObject json;
    for (auto it = m_byLanguage.cbegin(); it != m_byLanguage.cend(); ++it)
        json[it.key()] = it.value();
    return byLanguageMark + QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString argumentIn(const QString &argument, const QString &language)
{
    if (!argument.startsWith(byLanguageMark))
        return argument;
    const QJsonObject json = QJsonDocument::fromJson(argument.mid(1).toUtf8()).object();
    QMap<QString, QString> byLanguage;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it)
        byLanguage.insert(it.key(), it.value().toString());
    return LocalizedText(byLanguage).in(language);
}

} // namespace Slipway
