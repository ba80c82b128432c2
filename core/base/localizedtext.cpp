// SPDX-License-Identifier: MIT
#include "core/base/localizedtext.h"

namespace Slipway {

namespace {
const QString english = QStringLiteral("en");
}

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

} // namespace Slipway
