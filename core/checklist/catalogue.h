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

/// What lies beyond the run's own folder.
enum class Reach
{
    Program,
    Host,
    Path,
    Image, ///< of containers
    Secret
};

/// Something that a step of a kind reaches: what a person sees who is asked to trust a checklist.
/// Parameters of the types directory, file, path and url need no mention.
struct Reached
{
    Reach what = Reach::Program;
    /// What it is; with a parameter, what it is where a step does not give that (empty: nothing).
    /// A name, or QT_TRANSLATE_NOOP("Slipway::Message", …).
    const char *text = "";
    QString parameter = {}; ///< that names it; for a program that takes a list: all of its words
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
    QList<Reached> reaches = {};

    const ParameterSpec *parameter(const QString &name) const;
    const OutputSpec *output(const QString &name) const;
};

/// All kinds by name. A value, so that lint needs no steps.
using Catalogue = QMap<QString, KindSpec>;

} // namespace Slipway
