// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/nodereader.h"
#include "core/policy/policy.h"

namespace Slipway {

/// Reads policy.yaml; keeps every problem, each with its place.
class PolicyReader final
{
public:
    /// The policy without its signers; the first problem if there is one.
    static Result<Policy> read(const QByteArray &text, const QString &file);

private:
    void readAll(const YamlNode &root);
    void readVersion(const YamlNode &node);
    void readPeople(const YamlNode &node);
    void readPerson(const QString &id, const YamlNode &node, const Place &place);
    void readGroups(const YamlNode &node);
    void readGates(const YamlNode &node);
    void readGate(const YamlNode &node);
    void readNeed(Policy::Rule &rule, const YamlNode &node);
    void readWindow(Policy::Rule &rule, const YamlNode &node);
    int readMinute(const YamlNode &node);
    int readOffset(const YamlNode &node);
    QString readFileName(const YamlNode &node);
    void checkName(const QString &name, const Place &place);
    void checkLogins();

    Policy m_policy;
    NodeReader m_reader;
};

} // namespace Slipway
