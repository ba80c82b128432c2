// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include "core/base/localizedtext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Slipway {

namespace {

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        texts.append(value.toString());
    return texts;
}

QString translatedPattern(const char *context, const QString &pattern)
{
    return QCoreApplication::translate(context, pattern.toUtf8().constData());
}

/// The language of the installed translators, by its own translation.
QString shownLanguage()
{
    return QCoreApplication::translate("Slipway::Message",
                                       QT_TRANSLATE_NOOP("Slipway::Message", "language:en"))
        .section(u':', 1);
}

/// Texts for each language among the arguments as that language shows them.
QString filledIn(const QString &pattern, const QStringList &arguments, const QString &language)
{
    QString filled;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isMark = pattern[i] == u'%' && i + 1 < pattern.size() &&
                            pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9';
        const qsizetype index = isMark ? pattern[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && index < arguments.size()) {
            filled += argumentIn(arguments[index], language);
            ++i;
        } else {
            filled += pattern[i];
        }
    }
    return filled;
}

} // namespace

QString Place::text() const
{
    if (line <= 0)
        return file;
    return QStringLiteral("%1:%2:%3").arg(file, QString::number(line), QString::number(column));
}

QString fillPattern(const QString &pattern, const QStringList &arguments)
{
    return filledIn(pattern, arguments, QStringLiteral("en"));
}

Error::Error(QString code, const char *pattern, QStringList arguments)
    : m_code(std::move(code))
    , m_pattern(QString::fromUtf8(pattern))
    , m_arguments(std::move(arguments))
{
}

QString Error::message() const
{
    return fillPattern(m_pattern, m_arguments);
}

QString Error::translated() const
{
    return filledIn(translatedPattern("Slipway::Error", m_pattern), m_arguments, shownLanguage());
}

Error Error::withDetail(QString detail) const
{
    Error copy = *this;
    copy.m_detail = std::move(detail);
    return copy;
}

Error Error::at(Place place) const
{
    Error copy = *this;
    copy.m_place = std::move(place);
    return copy;
}

QJsonObject Error::toJson() const
{
    QJsonObject json{{QStringLiteral("code"), m_code},
                     {QStringLiteral("arguments"), QJsonArray::fromStringList(m_arguments)},
                     {QStringLiteral("message"), message()},
                     {QStringLiteral("pattern"), m_pattern}};
    if (!m_detail.isEmpty())
        json[QStringLiteral("detail")] = m_detail;
    if (m_place.isValid()) {
        json[QStringLiteral("file")] = m_place.file;
        if (m_place.line > 0) {
            json[QStringLiteral("line")] = m_place.line;
            json[QStringLiteral("column")] = m_place.column;
        }
    }
    return json;
}

Error Error::fromJson(const QJsonObject &json)
{
    Error error;
    error.m_code = json[QLatin1String("code")].toString();
    error.m_pattern = json[QLatin1String("pattern")].toString();
    error.m_arguments = textsOf(json[QLatin1String("arguments")]);
    error.m_detail = json[QLatin1String("detail")].toString();
    error.m_place = {json[QLatin1String("file")].toString(), json[QLatin1String("line")].toInt(),
                     json[QLatin1String("column")].toInt()};
    return error;
}

Message::Message(const char *pattern, QStringList arguments)
    : m_pattern(QString::fromUtf8(pattern)), m_arguments(std::move(arguments))
{
}

QString Message::english() const
{
    return fillPattern(m_pattern, m_arguments);
}

QString Message::translated() const
{
    return filledIn(translatedPattern("Slipway::Message", m_pattern), m_arguments, shownLanguage());
}

QJsonObject Message::toJson() const
{
    return {{QStringLiteral("pattern"), m_pattern},
            {QStringLiteral("arguments"), QJsonArray::fromStringList(m_arguments)}};
}

Message Message::fromJson(const QJsonObject &json)
{
    Message message;
    message.m_pattern = json[QLatin1String("pattern")].toString();
    message.m_arguments = textsOf(json[QLatin1String("arguments")]);
    return message;
}

} // namespace Slipway
