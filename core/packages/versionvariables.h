// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/mappedbytes.h"
#include "core/packages/shellcommands.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace Slipway {

/// What a file itself says that a variable holds.
struct VariableValue
{
    MappedBytes text;     ///< the value, unquoted
    ByteRange assignment; ///< NAME=value, or the default in "${NAME:-value}", for showing
};

/// The variables that a command sees as far as its file sets them: ARG and ENV of a Dockerfile,
/// assignments of a shell. A value; keeps a reference to the file's bytes.
class VersionVariables final
{
public:
    explicit VersionVariables(const QByteArray &file) : m_file(&file) {}

    /// The name in "$NAME", "${NAME}" and "${NAME:-default}"; empty for anything else.
    static QByteArray nameIn(const QByteArray &written);

    /// Sets what `NAME=value` says, where value may name another variable. False: it is no
    /// assignment.
    bool set(const ShellWord &word);
    void setTo(const QByteArray &name, const VariableValue &value);
    /// It holds nothing unless somebody outside the file sets it.
    void unset(const QByteArray &name);
    /// From here on nobody can tell what the variable holds.
    void forget(const QByteArray &name);

    /// These, and over them the others.
    VersionVariables under(const VersionVariables &others) const;

    bool knows(const QByteArray &name) const { return m_values.contains(name); }
    std::optional<VariableValue> valueOf(const QByteArray &name) const;
    /// What the expansion at that place of the file gives; nothing if the file does not tell.
    std::optional<VariableValue> expanded(ByteRange place) const;

    /// Takes over what a shell text assigns on its own; a variable that it assigns more than
    /// once, or that was set before, is forgotten, since conditions may lie between.
    void forgetReassigned(const QList<ShellCommand> &commands);
    /// The assignments of one command, if it does nothing else (`A=1`, `export A=1`).
    void take(const ShellCommand &command);

private:
    std::optional<VariableValue> defaultIn(ByteRange place) const;

    const QByteArray *m_file; ///< not owned
    QHash<QByteArray, VariableValue> m_values;
    QSet<QByteArray> m_forgotten;
};

} // namespace Slipway
