// SPDX-License-Identifier: MIT
#include "core/policy/policyreader.h"

#include "core/base/ids.h"
#include "core/checklist/lint.h"
#include "core/checklist/types.h"
#include "core/yaml/yamlreader.h"

#include <QRegularExpression>
#include <QTime>

namespace Slipway {

namespace {

constexpr int mostPeople = 1000;
constexpr int minutesOfDay = 24 * 60;

Error problem(const char *code, const char *pattern, const QStringList &arguments = {})
{
    return {QLatin1String("policy.") + QLatin1String(code), pattern, arguments};
}

const QStringList &dayNames()
{
    static const QStringList names{
        QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return names;
}

} // namespace

Result<Policy> PolicyReader::read(const QByteArray &text, const QString &file)
{
    const auto root = readYaml(text, file);
    if (!root)
        return root.error();
    PolicyReader reader;
    reader.m_policy.m_text = text;
    reader.readAll(*root);
    if (!reader.m_reader.errors().isEmpty())
        return reader.m_reader.errors().first();
    return reader.m_policy;
}

/// People before groups, groups before gates, wherever they stand: each names those before.
void PolicyReader::readAll(const YamlNode &root)
{
    const auto nothing = [](const YamlNode &) {};
    m_reader.readKeys(
        root, "A policy",
        {{"slipway-policy", [&](const YamlNode &node) { readVersion(node); }, true},
         {"signers", [&](const YamlNode &node) { m_policy.m_signersFile = readFileName(node); },
          true},
         {"revoked", [&](const YamlNode &node) { m_policy.m_revokedFile = readFileName(node); }},
         {"people", nothing, true},
         {"groups", nothing},
         {"gates", nothing, true}});
    if (const YamlNode *people = root.isMap() ? root.member(QStringLiteral("people")) : nullptr)
        readPeople(*people);
    if (const YamlNode *groups = root.isMap() ? root.member(QStringLiteral("groups")) : nullptr)
        readGroups(*groups);
    if (const YamlNode *gates = root.isMap() ? root.member(QStringLiteral("gates")) : nullptr)
        readGates(*gates);
    checkLogins();
}

void PolicyReader::readVersion(const YamlNode &node)
{
    if (!node.isScalar() || !(node.value() == Value(1)))
        m_reader.fail(problem("version", QT_TRANSLATE_NOOP("Slipway::Error",
                                                           "This Slipway reads version 1 of "
                                                           "policies. Write \"slipway-policy: "
                                                           "1\", or use a newer Slipway.")),
                      node.place());
}

QString PolicyReader::readFileName(const YamlNode &node)
{
    const QString name = m_reader.text(node);
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]*\\z"));
    if (!plain.match(name).hasMatch())
        m_reader.fail(problem("file-name",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "'%1' is no name of a file beside the policy. "
                                                "Write one such as allowed_signers, without a "
                                                "folder."),
                              {name.left(100)}),
                      node.place());
    return name;
}

void PolicyReader::readPeople(const YamlNode &node)
{
    if (!node.isMap() || node.members().empty() || node.members().size() > mostPeople) {
        m_reader.fail(problem("people", QT_TRANSLATE_NOOP("Slipway::Error",
                                                          "The people of a policy are a map such "
                                                          "as \"ana: {principal: "
                                                          "ana@example.com}\".")),
                      node.place());
        return;
    }
    for (const YamlMember &member : node.members()) {
        if (!isIdentifier(member.key))
            m_reader.fail(problem("person-id",
                                  QT_TRANSLATE_NOOP("Slipway::Error",
                                                    "'%1' is no name for a person or a group "
                                                    "here: a-z, then a-z, 0-9, '-' and '_'."),
                                  {member.key.left(100)}),
                          member.place);
        else
            readPerson(member.key, member.value, member.place);
    }
}

void PolicyReader::readPerson(const QString &id, const YamlNode &node, const Place &place)
{
    Policy::Person person;
    person.id = id;
    person.place = place;
    m_reader.readKeys(
        node, "A person",
        {{"principal", [&](const YamlNode &value) { person.principal = m_reader.text(value); },
          true},
         {"name", [&](const YamlNode &value) { person.name = m_reader.text(value); }},
         {"users", [&](const YamlNode &value) { person.logins = m_reader.texts(value); }}});
    for (const Policy::Person &other : std::as_const(m_policy.m_people)) {
        if (other.principal == person.principal && !person.principal.isEmpty())
            m_reader.fail(problem("same-principal",
                                  QT_TRANSLATE_NOOP("Slipway::Error",
                                                    "%1 has the principal %2 already: two names "
                                                    "for one person would count twice."),
                                  {other.id, person.principal}),
                          place);
    }
    m_policy.m_people.insert(id, person);
}

void PolicyReader::checkLogins()
{
    QMap<QString, QString> owners;
    for (const Policy::Person &person : std::as_const(m_policy.m_people)) {
        for (const QString &login : person.logins) {
            if (owners.contains(login))
                m_reader.fail(problem("same-user",
                                      QT_TRANSLATE_NOOP("Slipway::Error",
                                                        "The user name %1 belongs to %2 already."),
                                      {login, owners.value(login)}),
                              person.place);
            owners.insert(login, person.id);
        }
    }
}

void PolicyReader::checkName(const QString &name, const Place &place)
{
    if (!m_policy.membersOf(name).isEmpty())
        return;
    const QString near = nearest(name, m_policy.m_people.keys() + m_policy.m_groups.keys());
    m_reader.fail(near.isEmpty()
                      ? problem("unknown-name",
                                QT_TRANSLATE_NOOP("Slipway::Error",
                                                  "The policy has no person and no group '%1'."),
                                {name.left(100)})
                      : problem("unknown-name",
                                QT_TRANSLATE_NOOP("Slipway::Error",
                                                  "The policy has no person and no group '%1'; "
                                                  "did you mean '%2'?"),
                                {name.left(100), near}),
                  place);
}

void PolicyReader::readGroups(const YamlNode &node)
{
    if (!node.isMap()) {
        m_reader.fail(
            problem("groups",
                    QT_TRANSLATE_NOOP("Slipway::Error", "The groups of a policy are a map such as "
                                                        "\"ml-engineers: [ana, bruno]\".")),
            node.place());
        return;
    }
    for (const YamlMember &member : node.members()) {
        if (!isIdentifier(member.key) || m_policy.m_people.contains(member.key))
            m_reader.fail(problem("group-id",
                                  QT_TRANSLATE_NOOP("Slipway::Error",
                                                    "'%1' is no name for a group here, or a "
                                                    "person has it."),
                                  {member.key.left(100)}),
                          member.place);
        QStringList members;
        for (const YamlNode &one : m_reader.elements(member.value, "A list of people")) {
            const QString id = m_reader.text(one);
            if (!m_policy.m_people.contains(id))
                checkName(id, one.place());
            else if (!members.contains(id))
                members.append(id);
        }
        members.sort();
        m_policy.m_groups.insert(member.key, members);
    }
}

void PolicyReader::readGates(const YamlNode &node)
{
    for (const YamlNode &gate : m_reader.elements(node, "A list of gates"))
        readGate(gate);
}

void PolicyReader::readGate(const YamlNode &node)
{
    Policy::Rule rule;
    rule.place = node.place();
    const auto list = [&](const YamlNode &value, const char *what, auto read) {
        for (const YamlNode &one : m_reader.elements(value, what))
            read(one);
    };
    m_reader.readKeys(
        node, "A gate of the policy",
        {{"checklist", [&](const YamlNode &value) { rule.checklist = m_reader.identifier(value); }},
         {"gate", [&](const YamlNode &value) { rule.gate = m_reader.text(value); }},
         {"from",
          [&](const YamlNode &value) {
              rule.from = m_reader.texts(value);
              for (const QString &name : std::as_const(rule.from))
                  checkName(name, value.place());
          },
          true},
         {"quorum",
          [&](const YamlNode &value) { rule.quorum = m_reader.number(value, 1, mostPeople); }},
         {"require",
          [&](const YamlNode &value) {
              list(value, "A list such as [{group: leads, count: 1}]",
                   [&](const YamlNode &one) { readNeed(rule, one); });
          }},
         {"own-run", [&](const YamlNode &value) { rule.isOwnRunAllowed = m_reader.flag(value); }},
         {"signed", [&](const YamlNode &value) { rule.isSigned = m_reader.flag(value); }},
         {"timeout",
          [&](const YamlNode &value) {
              const auto duration = durationMs(m_reader.text(value));
              if (duration)
                  rule.timeoutMs = *duration;
              else
                  m_reader.fail(duration.error(), value.place());
          }},
         {"windows", [&](const YamlNode &value) {
              list(value, "A list such as [{days: [mon, tue], from: '09:00', to: '18:00'}]",
                   [&](const YamlNode &one) { readWindow(rule, one); });
          }}});
    m_policy.m_rules.append(rule);
}

void PolicyReader::readNeed(Policy::Rule &rule, const YamlNode &node)
{
    Policy::Need need;
    m_reader.readKeys(node, "What a gate requires",
                      {{"group",
                        [&](const YamlNode &value) {
                            need.group = m_reader.text(value);
                            checkName(need.group, value.place());
                        },
                        true},
                       {"count", [&](const YamlNode &value) {
                            need.count = m_reader.number(value, 1, mostPeople);
                        }}});
    rule.needs.append(need);
}

int PolicyReader::readMinute(const YamlNode &node)
{
    const QString text = m_reader.text(node);
    if (text == QLatin1String("24:00"))
        return minutesOfDay;
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        m_reader.fail(
            problem("time",
                    QT_TRANSLATE_NOOP("Slipway::Error", "'%1' is no time of day. Write one such as "
                                                        "\"09:00\"."),
                    {text.left(100)}),
            node.place());
    return time.hour() * 60 + time.minute();
}

int PolicyReader::readOffset(const YamlNode &node)
{
    const QString text = m_reader.text(node);
    static const QRegularExpression form(QStringLiteral("\\A([+-])(\\d\\d):(\\d\\d)\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (text == QLatin1String("Z"))
        return 0;
    const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
    if (!match.hasMatch() || minutes > 14 * 60)
        m_reader.fail(problem("zone",
                              QT_TRANSLATE_NOOP("Slipway::Error",
                                                "'%1' is no distance from UTC. Write one such as "
                                                "\"-03:00\", or Z."),
                              {text.left(100)}),
                      node.place());
    return match.captured(1) == QLatin1String("-") ? -minutes : minutes;
}

void PolicyReader::readWindow(Policy::Rule &rule, const YamlNode &node)
{
    GateRule::Window window;
    window.toMinute = minutesOfDay;
    m_reader.readKeys(
        node, "A window",
        {{"days",
          [&](const YamlNode &value) {
              for (const YamlNode &day : m_reader.elements(value, "A list of days"))
                  window.days.append(m_reader.choice(day, dayNames()) + 1);
          }},
         {"from", [&](const YamlNode &value) { window.fromMinute = readMinute(value); }},
         {"to", [&](const YamlNode &value) { window.toMinute = readMinute(value); }},
         {"zone", [&](const YamlNode &value) { window.offsetMinutes = readOffset(value); }}});
    if (window.days.isEmpty())
        window.days = {1, 2, 3, 4, 5, 6, 7};
    if (window.toMinute <= window.fromMinute)
        m_reader.fail(problem("window", QT_TRANSLATE_NOOP("Slipway::Error",
                                                          "This window ends before it begins. For "
                                                          "one that goes past midnight write "
                                                          "two.")),
                      node.place());
    rule.windows.append(window);
}

} // namespace Slipway
