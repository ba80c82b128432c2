// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QTranslator>
#include <memory>
#include <vector>

namespace Slipway {

/// The languages of the programs. Needs a QCoreApplication and nothing of the window; in a
/// window every widget is told by QEvent::LanguageChange. Main thread.
class Translations final
{
public:
    Translations();
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /// "en", "pt_BR".
    static QStringList languages();
    /// The nearest of them to what the system asks for.
    static QString systemLanguage();

    /// Takes the place of the language before, and sets the default locale for numbers and
    /// dates. A language that is none of languages() is taken as English.
    void install(const QString &language);
    const QString &language() const { return m_language; }

private:
    void add(const QString &file, const QString &folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace Slipway
