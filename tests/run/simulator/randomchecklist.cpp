// SPDX-License-Identifier: MIT
#include "tests/run/simulator/randomchecklist.h"

#include "core/steps/approvalstep.h"

#include <QList>

namespace Slipway {

namespace {

/// Writes one checklist, step by step.
class Writer
{
public:
    explicit Writer(Random &random) : m_random(random) {}

    QByteArray write()
    {
        m_text = "slipway: 1\nname: x\nparallel: " + QByteArray::number(1 + m_random.below(3)) +
                 "\nstages:\n";
        const int stages = 1 + m_random.below(3);
        for (int stage = 0; stage < stages; ++stage) {
            m_text += "- name: s" + QByteArray::number(stage) + "\n  steps:\n";
            const int steps = 1 + m_random.below(stages == 1 ? 5 : 3);
            for (int i = 0; i < steps; ++i)
                writeStep();
        }
        return m_text;
    }

private:
    void writeStep()
    {
        const QByteArray id(1, char('a' + m_ids.size()));
        static constexpr const char *kinds[] = {"command", "command", "command", "command",
                                                "edit",    "edit",    "manual",  "approval"};
        const QByteArray kind = m_random.pick(kinds);
        m_text += "  - {id: " + id + ", uses: " + kind;
        writeNeeds();
        if (m_random.chance(30))
            m_text += ", if: \"" + condition() + '"';
        if (m_random.chance(22))
            m_text += ", foreach: \"" + values() + '"';
        if (kind == "approval")
            writeGate();
        else if (kind != "manual")
            writeWork(kind);
        m_text += "}\n";
        m_ids.append(id);
    }

    void writeNeeds()
    {
        if (m_random.chance(20)) {
            m_text += ", needs: []";
        } else if (!m_ids.isEmpty() && m_random.chance(40)) {
            m_text += ", needs: [" + m_random.pick(m_ids);
            if (const QByteArray other = m_random.pick(m_ids); !m_text.endsWith(other))
                m_text += ", " + other;
            m_text += ']';
        }
    }

    void writeWork(const QByteArray &kind)
    {
        if (m_random.chance(22))
            m_text += m_random.chance(60) ? ", mode: confirm" : ", mode: manual";
        if (kind == "command" && m_random.chance(60))
            m_text += m_random.chance(50) ? ", undo: {uses: command}" : ", undo: {uses: edit}";
        const bool isSafe = kind == "command" && m_random.chance(30);
        const bool hasProbe = kind == "command" && m_random.chance(40);
        if (isSafe)
            m_text += ", again: safe";
        if (hasProbe)
            m_text += ", probe: {run: [look]}";
        if ((isSafe || hasProbe || kind == "edit") && m_random.chance(30))
            m_text += ", retry: {attempts: " + QByteArray::number(2 + m_random.below(2)) +
                      ", wait: " + QByteArray::number(m_random.below(30)) + "m, backoff: 2}";
        if (m_random.chance(25))
            m_text += ", with: {value: \"" + values() + "\"}";
    }

    void writeGate()
    {
        m_text += ", with: {from: all, quorum: " + QByteArray::number(1 + m_random.below(3));
        const int items = m_random.below(3);
        if (items > 0)
            m_text += items == 1 ? ", items: [tested]" : ", items: [tested, read]";
        if (!m_ids.isEmpty() && m_random.chance(60))
            m_text += ", evidence: [steps." + m_random.pick(m_ids) + ".evidence.log]";
        m_text += m_random.chance(50) ? "}, timeout: 60m" : "}";
    }

    QByteArray condition()
    {
        if (m_ids.isEmpty() || m_random.chance(15))
            return m_random.chance(70) ? "inputs.flag" : "inputs.flag < fromJson(inputs.text)";
        const QByteArray step = "steps." + m_random.pick(m_ids);
        switch (m_random.below(7)) {
        case 0:
            return "always()";
        case 1:
            return "failed()";
        case 2:
            return step + ".outcome == 'succeeded'";
        case 3:
            return step + ".outcome != 'failed'";
        case 4:
            return "failed() && " + step + ".outcome == 'failed'";
        case 5:
            return step + ".outputs.n != 'two'";
        default:
            return "fromJson(" + step + ".outputs.n) != 7";
        }
    }

    QByteArray values()
    {
        if (m_ids.isEmpty() || m_random.chance(70))
            return m_random.chance(85) ? "${{ inputs.list }}" : "${{ inputs.none }}";
        const QByteArray outputs = "steps." + m_random.pick(m_ids) + ".outputs.";
        return "${{ " + (m_random.chance(60) ? outputs + "list" : "fromJson(" + outputs + "n)") +
               " }}";
    }

    Random &m_random;
    QByteArray m_text;
    QList<QByteArray> m_ids;
};

} // namespace

QByteArray randomChecklist(Random &random)
{
    return Writer(random).write();
}

Catalogue simulatedCatalogue()
{
    Catalogue catalogue;
    ParameterSpec value;
    value.name = QStringLiteral("value");
    value.type.type = Type::Any;
    for (const char *name : {"command", "edit", "manual"}) {
        KindSpec kind;
        kind.name = QLatin1String(name);
        kind.doer = kind.name == QLatin1String("manual") ? Doer::Person : Doer::Machine;
        kind.parameters = {value};
        catalogue.insert(kind.name, kind);
    }
    const KindSpec gate = ApprovalStep().spec();
    catalogue.insert(gate.name, gate);
    return catalogue;
}

} // namespace Slipway
