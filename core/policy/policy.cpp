// SPDX-License-Identifier: MIT
#include "core/policy/policy.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/policy/policyreader.h"

#include <QFileInfo>
#include <QJsonObject>
#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;
const QString textKey = QStringLiteral("policy");
const QString signersKey = QStringLiteral("signers");
const QString revokedKey = QStringLiteral("revoked");

/// What others can write to says nothing about who may approve.
Result<void> checkOwner(const QString &path)
{
    struct stat info = {};
    if (::stat(path.toLocal8Bit().constData(), &info) != 0)
        return {};
    const bool isMine = info.st_uid == ::getuid() || info.st_uid == 0;
    if (isMine && (info.st_mode & (S_IWGRP | S_IWOTH)) == 0)
        return {};
    return Error(QStringLiteral("policy.open"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Others can write to %1, so what it says of who may approve is "
                                   "not believed. `chmod go-w %1` if it is yours."),
                 {path});
}

Result<QByteArray> readGuarded(const QString &path)
{
    for (const QString &place : {path, QFileInfo(path).absolutePath()}) {
        if (auto mine = checkOwner(place); !mine)
            return mine.error();
    }
    return readFile(path, mostBytes);
}

Error missing(const char *code, const char *pattern, const QString &name, const Error &why)
{
    return Error(QLatin1String("policy.") + QLatin1String(code), pattern, {name, why.message()});
}

} // namespace

QString Policy::fileIn(const QString &configFolder)
{
    return configFolder + QLatin1String("/policy.yaml");
}

Result<std::optional<Policy>> Policy::load(const QString &configFolder)
{
    const QString file = fileIn(configFolder);
    const QFileInfo info(file);
    if (!info.exists() && !info.isSymLink())
        return std::optional<Policy>();
    const auto text = readGuarded(file);
    if (!text)
        return text.error();
    auto policy = fromTexts(
        *text, file, [&](const QString &name) { return readGuarded(configFolder + u'/' + name); });
    if (!policy)
        return policy.error();
    return std::optional<Policy>(std::move(*policy));
}

Result<Policy> Policy::fromTexts(const QByteArray &text, const QString &file,
                                 const std::function<Result<QByteArray>(const QString &name)> &read)
{
    auto policy = PolicyReader::read(text, file);
    if (!policy)
        return policy;
    const auto signers = read(policy->m_signersFile);
    if (!signers)
        return missing("signers",
                       QT_TRANSLATE_NOOP("Slipway::Error",
                                         "The policy keeps people's keys in %1, which cannot be "
                                         "read: %2"),
                       policy->m_signersFile, signers.error());
    const QString folder = QFileInfo(file).path();
    auto allowed = AllowedSigners::read(*signers, folder + u'/' + policy->m_signersFile);
    if (!allowed)
        return allowed.error();
    policy->m_signers = *allowed;
    if (policy->m_revokedFile.isEmpty())
        return policy;
    const auto revoked = read(policy->m_revokedFile);
    // Stock ssh-keygen takes an empty list for "nothing was revoked".
    if (!revoked || revoked->trimmed().isEmpty())
        return missing("revoked",
                       QT_TRANSLATE_NOOP("Slipway::Error",
                                         "The policy keeps revoked keys in %1, which is gone or "
                                         "empty (%2). Bring it back; where nothing is revoked, a "
                                         "line with # says so."),
                       policy->m_revokedFile,
                       revoked ? Error(QStringLiteral("policy.empty"), "0 bytes")
                               : revoked.error());
    policy->m_revoked = *revoked;
    return policy;
}

QByteArray Policy::sealed() const
{
    QJsonObject json{{QStringLiteral("schema"), 1},
                     {textKey, QString::fromUtf8(m_text)},
                     {signersKey, QString::fromUtf8(m_signers.bytes())}};
    if (m_revoked) // a key revocation list is no text
        json[revokedKey] = QString::fromLatin1(m_revoked->toBase64());
    return canonicalJson(json).valueOr({});
}

Result<Policy> Policy::fromSealed(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return json.error();
    // The signers are asked for first, the revoked keys after them.
    int asked = 0;
    auto policy = fromTexts(json->value(textKey).toString().toUtf8(), QStringLiteral("policy.yaml"),
                            [&](const QString &) -> Result<QByteArray> {
                                return asked++ == 0
                                           ? json->value(signersKey).toString().toUtf8()
                                           : QByteArray::fromBase64(
                                                 json->value(revokedKey).toString().toLatin1());
                            });
    if (!policy)
        return policy;
    if (policy->sealed() != bytes)
        return Error(QStringLiteral("policy.sealed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The sealed policy is not written as Slipway writes it."));
    return policy;
}

QStringList Policy::membersOf(const QString &name) const
{
    if (m_people.contains(name))
        return {name};
    return m_groups.value(name);
}

QStringList Policy::membersOfAll(const QStringList &names) const
{
    QStringList all;
    for (const QString &name : names)
        all += membersOf(name);
    all.sort();
    all.removeDuplicates();
    return all;
}

/// The first that fits: what is special stands before what is general.
const Policy::Rule *Policy::ruleFor(const Gate &gate) const
{
    const auto found = std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const Rule &rule) {
        return (rule.checklist.isEmpty() || rule.checklist == gate.checklist) &&
               (rule.gate.isEmpty() || rule.gate == gate.step);
    });
    return found == m_rules.cend() ? nullptr : &*found;
}

Result<Policy::Asked> Policy::asks(const Gate &gate) const
{
    const Rule *rule = ruleFor(gate);
    if (!rule)
        return Error(QStringLiteral("policy.no-rule"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The policy says nothing of the gate %2 of %1, so nobody "
                                       "may approve it. Add it under `gates`."),
                     {gate.checklist, gate.step});
    Asked asked;
    asked.rule.isGiven = true;
    asked.rule.isSigned = rule->isSigned;
    asked.rule.windows = rule->windows;
    asked.rule.may = membersOfAll(rule->from);
    if (!gate.from.isEmpty()) {
        const QStringList wanted = membersOf(gate.from);
        if (wanted.isEmpty())
            return Error(QStringLiteral("policy.unknown-from"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The checklist asks %1 to approve, whom the policy does "
                                           "not know. Add the group or person to it."),
                         {gate.from});
        asked.rule.may.removeIf([&](const QString &person) { return !wanted.contains(person); });
    }
    for (const Person &person : m_people) {
        if (asked.rule.may.contains(person.id) && !person.name.isEmpty())
            asked.rule.names.insert(person.id, person.name);
        for (const QString &login : person.logins) {
            if (asked.rule.may.contains(person.id))
                asked.rule.logins.insert(login, person.id);
            if (login == gate.starter && !rule->isOwnRunAllowed &&
                asked.rule.may.contains(person.id))
                asked.rule.excluded.append(person.id);
        }
    }
    for (const Need &need : rule->needs)
        asked.rule.required.append({need.group, membersOf(need.group), need.count});
    asked.quorum = qMax(rule->quorum, gate.quorum);
    asked.timeoutMs = rule->timeoutMs == 0  ? gate.timeoutMs
                      : gate.timeoutMs == 0 ? rule->timeoutMs
                                            : qMin(rule->timeoutMs, gate.timeoutMs);
    const QStringList deciders = asked.rule.deciders();
    if (!asked.rule.isFulfilledBy(deciders, asked.quorum))
        return Error(
            QStringLiteral("policy.too-few"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The gate %1 could never be passed: it needs %2 approvals, "
                              "and only these may approve it: %3."),
            {gate.step, QString::number(asked.quorum),
             deciders.isEmpty() ? QStringLiteral("-") : deciders.join(QLatin1String(", "))});
    return asked;
}

} // namespace Slipway
