// SPDX-License-Identifier: MIT
// The secrets of a run: their values are looked for when a driver takes it on and when people say
// that there are more. What a step gives is stored without them.
#include "core/run/rundriver.h"

namespace Slipway {

void RunDriver::lookForSecrets()
{
    const QStringList names = m_checklist.secrets();
    if (names.isEmpty() || m_epoch == 0)
        return;
    if (!m_services.secrets) {
        QMetaObject::invokeMethod(
            this, [this] { secretsFound({}); }, Qt::QueuedConnection);
        return;
    }
    // A keyring may ask somebody to unlock it.
    inPool([keeper = m_services.secrets, checklist = m_checklist.name,
            names] { return keeper->find(checklist, names); },
           [this](const SecretKeeper::Found &found) { secretsFound(found); });
}

void RunDriver::secretsFound(const SecretKeeper::Found &found)
{
    // One that was forgotten meanwhile is still kept out of what is stored.
    m_keyringProblem = found.problem;
    m_secrets = SecretValues(found.values, m_secrets);
    const bool isFirst = !m_secretsKnown;
    m_secretsKnown = true;
    if (isFirst)
        recoverAll();
    advance();
    Q_EMIT changed();
}

QStringList RunDriver::missingSecrets() const
{
    QStringList missing = m_checklist.secrets();
    missing.removeIf([this](const QString &name) { return m_secrets.value(name).has_value(); });
    return missing;
}

} // namespace Slipway
