// SPDX-License-Identifier: MIT
#include "core/process/secretvalues.h"

#include "core/process/redactor.h"
#include "core/process/secretforms.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Slipway {

SecretValues::SecretValues(QMap<QString, QString> values)
    : SecretValues(std::move(values), SecretValues())
{
}

SecretValues::SecretValues(QMap<QString, QString> values, const SecretValues &before)
    : m_values(std::move(values)), m_hidden(before.m_hidden + m_values.values())
{
    m_hidden.removeDuplicates();
    if (m_hidden.isEmpty())
        return;
    std::vector<std::string> texts;
    for (const QString &value : std::as_const(m_hidden))
        texts.push_back(value.toStdString());
    m_redactor = std::make_shared<const Redactor>(secretForms(texts));
}

std::optional<QString> SecretValues::value(const QString &name) const
{
    const auto found = m_values.constFind(name);
    return found == m_values.cend() ? std::nullopt : std::optional<QString>(*found);
}

QByteArray SecretValues::redacted(const QByteArray &bytes) const
{
    if (isEmpty())
        return bytes;
    return QByteArray::fromStdString(
        m_redactor->redact({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
}

QJsonValue SecretValues::redacted(const QJsonValue &json) const
{
    if (isEmpty())
        return json;
    if (json.isString())
        return redacted(json.toString());
    if (json.isArray()) {
        QJsonArray out;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &element : array)
            out.append(redacted(element));
        return out;
    }
    if (!json.isObject())
        return json;
    QJsonObject out;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(redacted(it.key()), redacted(it.value()));
    return out;
}

QString SecretValues::redacted(const QString &text) const
{
    return isEmpty() ? text : QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace Slipway
