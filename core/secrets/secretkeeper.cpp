// SPDX-License-Identifier: MIT
#include "core/secrets/secretkeeper.h"

#include "core/secrets/keyring.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace Slipway {

namespace {

QString keyOf(const QString &checklist, const QString &name)
{
    return checklist + u'/' + name;
}

void guardMemory()
{
    const rlimit noCore = {0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace

SecretKeeper::SecretKeeper(std::unique_ptr<Keyring> keyring) : m_keyring(std::move(keyring)) {}

SecretKeeper::~SecretKeeper() = default;

SecretKeeper::Found SecretKeeper::find(const QString &checklist, const QStringList &names) const
{
    Found found;
    for (const QString &name : names) {
        const QString key = keyOf(checklist, name);
        found.homes.insert(name, Home::Nowhere);
        {
            const std::lock_guard hold(m_mutex);
            if (const auto kept = m_session.constFind(key); kept != m_session.cend()) {
                found.values.insert(name, *kept);
                found.homes.insert(name, Home::Session);
                continue;
            }
        }
        if (!m_keyring || !found.problem.isEmpty())
            continue; // one answer is enough
        const auto value = m_keyring->read(key);
        if (!value)
            found.problem = value.error();
        if (value && *value) {
            guardMemory();
            found.values.insert(name, **value);
            found.homes.insert(name, Home::Keyring);
        }
    }
    return found;
}

SecretKeeper::Kept SecretKeeper::keep(const QString &checklist, const QString &name,
                                      const QString &value)
{
    guardMemory();
    const auto written =
        m_keyring
            ? m_keyring->write(keyOf(checklist, name), value)
            : Result<void>(Error(QStringLiteral("keyring.none"),
                                 QT_TRANSLATE_NOOP("Slipway::Error", "No keyring is used here.")));
    if (!written) {
        keepForSession(checklist, name, value);
        return {Home::Session, written.error()};
    }
    const std::lock_guard hold(m_mutex);
    m_session.remove(keyOf(checklist, name));
    return {Home::Keyring, {}};
}

void SecretKeeper::keepForSession(const QString &checklist, const QString &name,
                                  const QString &value)
{
    guardMemory();
    const std::lock_guard hold(m_mutex);
    m_session.insert(keyOf(checklist, name), value);
}

Result<void> SecretKeeper::forget(const QString &checklist, const QString &name)
{
    {
        const std::lock_guard hold(m_mutex);
        m_session.remove(keyOf(checklist, name));
    }
    return m_keyring ? m_keyring->remove(keyOf(checklist, name)) : Result<void>();
}

Result<void> checkSecret(const QString &value)
{
    if (value.isEmpty())
        return Error(QStringLiteral("secret.empty"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "A secret cannot be empty."));
    if (value.contains(QChar(0)))
        return Error(QStringLiteral("secret.nul"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "A secret cannot hold a NUL character."));
    return {};
}

} // namespace Slipway
