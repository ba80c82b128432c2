// SPDX-License-Identifier: MIT
#include "app/translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

/// Outside any namespace, as the macro wants it: the catalogues are in a static library, whose
/// resources are not there until they are asked for.
static void initCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace Slipway {

Translations::Translations()
{
    initCatalogues();
}

Translations::~Translations()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

QStringList Translations::languages()
{
    return {QStringLiteral("en"), QStringLiteral("pt_BR")};
}

QString Translations::systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &language : wanted) {
        if (language.startsWith(QLatin1String("pt")))
            return QStringLiteral("pt_BR");
        if (language.startsWith(QLatin1String("en")))
            return QStringLiteral("en");
    }
    return QStringLiteral("en");
}

void Translations::install(const QString &language)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_language = languages().contains(language) ? language : languages().first();
    const bool isEnglish = m_language == QLatin1String("en");
    QLocale::setDefault(QLocale(isEnglish ? QStringLiteral("en_GB") : m_language));
    if (!isEnglish) // Qt's own words: menus of fields, the dialog that chooses files
        add(QStringLiteral("qtbase_") + m_language,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(QStringLiteral("slipway_") + m_language, QStringLiteral(":/i18n"));
}

void Translations::add(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace Slipway
