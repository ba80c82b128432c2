// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <optional>

namespace Slipway {

/// Takes strings and numbers off bytes in SSH's wire format. Once something was missing, all that
/// follows is, too.
class SshWire
{
public:
    explicit SshWire(const QByteArray &bytes) : m_bytes(bytes) {}

    std::optional<quint32> number()
    {
        if (m_at + 4 > m_bytes.size()) {
            m_at = m_bytes.size() + 1;
            return std::nullopt;
        }
        const auto value = qFromBigEndian<quint32>(m_bytes.constData() + m_at);
        m_at += 4;
        return value;
    }
    std::optional<QByteArray> string()
    {
        const auto size = number();
        if (!size || qsizetype(*size) > m_bytes.size() - m_at) {
            m_at = m_bytes.size() + 1;
            return std::nullopt;
        }
        const QByteArray value = m_bytes.mid(m_at, qsizetype(*size));
        m_at += qsizetype(*size);
        return value;
    }
    bool isAtEnd() const { return m_at == m_bytes.size(); }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace Slipway
