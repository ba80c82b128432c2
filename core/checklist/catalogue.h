// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/types.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Slipway {

/// One parameter of a kind of step: the source of lint, schema, editor and reference.
struct ParameterSpec
{
    QString name;
    TypeSpec type;
    bool isRequired = false;
    const char *help = ""; ///< one line; QT_TRANSLATE_NOOP("Slipway::Help", …)
    /// A flag parameter which, when it is set, makes this one program text: then no ${{ }} may
    /// stand in it, for an input would become part of the program. Empty: never.
    QString literalWhen = {};
};

struct OutputSpec
{
    QString name;
    Type type = Type::Text;
    const char *help = "";
};

/// Who or what does the work of a kind.
enum class Doer
{
    Machine, ///< plans, acts, concludes
    Person,  ///< `manual`: waits until somebody says it is done
    Quorum   ///< `approval`: a gate
};

/// A kind of step as the checklist sees it.
struct KindSpec
{
    QString name; ///< such as "git.push"
    const char *help = "";
    Doer doer = Doer::Machine;
    QList<ParameterSpec> parameters;
    QList<OutputSpec> outputs;
    QStringList evidence; ///< names of the evidence it leaves, such as "diff", "log"
    /// It changes nothing where the step says `poll`, which is allowed then (see Kind::question).
    bool canBePolled = false;
    /// A map parameter whose keys are further outputs of the step, each with its `type`, a text
    /// unless said. Empty: none.
    QString outputsIn = {};

    const ParameterSpec *parameter(const QString &name) const;
    const OutputSpec *output(const QString &name) const;
};

/// All kinds by name. A value, so that lint needs no steps.
using Catalogue = QMap<QString, KindSpec>;

} // namespace Slipway
