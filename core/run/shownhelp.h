// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

namespace Slipway {

/// The help of a step, with what stands in ${{ }} filled in as far as it is known now; the name of
/// what is not yet known stands in its place, such as <job>. In a line that begins with "$ ", which
/// is a command to be copied, values are quoted for a shell.
QString shownHelp(const RunFold &run, const Checklist &checklist, const StepSpec &step,
                  const InstanceFold &instance, const QString &workspace, const QString &language);

/// A help text, taken apart: the commands that one may want where the step fails, and the rest.
struct HelpParts
{
    /// A line before a command, such as "What became of the job?", and the commands up to the next.
    struct Question
    {
        QString text; ///< may be empty
        QStringList commands;
    };
    QString text;
    QList<Question> questions;
};
HelpParts helpParts(const QString &help);

} // namespace Slipway
