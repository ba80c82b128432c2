// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/gaterule.h"
#include "core/signing/allowedsigners.h"

#include <functional>
#include <optional>

namespace Slipway {

/// Who may approve what: people, groups, their keys, and what each gate needs. It lives in the
/// person's settings, apart from the checklists that it guards. A value; any thread.
class Policy
{
public:
    struct Person
    {
        QString id;
        QString name;       ///< as shown
        QString principal;  ///< in the list of signers
        QStringList logins; ///< user names on machines
        Place place;
    };
    struct Need
    {
        QString group;
        int count = 1;
    };
    /// What it asks of the gates that it fits.
    struct Rule
    {
        QString checklist; ///< name; empty: any
        QString gate;      ///< id of the step; empty: any
        QStringList from;  ///< groups and people
        int quorum = 1;
        QList<Need> needs;
        bool isOwnRunAllowed = false; ///< who started the run may approve it
        bool isSigned = true;
        qint64 timeoutMs = 0; ///< 0: as the checklist says
        QList<GateRule::Window> windows;
        Place place;
    };

    /// Reads policy.yaml in that folder and the files it names. No such file: no policy. An error
    /// has a place where there is one.
    static Result<std::optional<Policy>> load(const QString &configFolder);
    /// From what sealed() gave.
    static Result<Policy> fromSealed(const QByteArray &bytes);
    /// The file that load() reads.
    static QString fileIn(const QString &configFolder);

    /// One line of canonical JSON with the texts of all its files: what a gate names by digest.
    QByteArray sealed() const;

    const QMap<QString, Person> &people() const { return m_people; }
    const AllowedSigners &signers() const { return m_signers; }
    const std::optional<QByteArray> &revoked() const { return m_revoked; }
    /// The members of a group, or the person of that id; empty if it is neither.
    QStringList membersOf(const QString &name) const;

    /// A gate as its checklist and its run have it.
    struct Gate
    {
        QString checklist; ///< name
        QString step;
        QString from; ///< group or person that the checklist asks for; may be empty
        int quorum = 1;
        qint64 timeoutMs = 0;
        QString starter; ///< user name of who started the run
    };
    struct Asked
    {
        GateRule rule;
        int quorum = 1;
        qint64 timeoutMs = 0;
    };
    /// What is asked of it: by the policy, and what the checklist asks beyond that. Errors:
    /// "policy.no-rule", "policy.unknown-from", "policy.too-few" (nobody could ever pass it).
    Result<Asked> asks(const Gate &gate) const;

private:
    friend class PolicyReader;

    static Result<Policy> fromTexts(const QByteArray &text, const QString &file,
                                    const std::function<Result<QByteArray>(const QString &)> &read);
    const Rule *ruleFor(const Gate &gate) const;
    QStringList membersOfAll(const QStringList &names) const;

    QByteArray m_text;
    QString m_signersFile;
    QString m_revokedFile; ///< empty: none is kept
    AllowedSigners m_signers;
    std::optional<QByteArray> m_revoked;
    QMap<QString, Person> m_people;
    QMap<QString, QStringList> m_groups;
    QList<Rule> m_rules;
};

} // namespace Slipway
