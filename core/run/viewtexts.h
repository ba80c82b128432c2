// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfold.h"
#include "core/run/runview.h"

namespace Slipway {

/// A sentence of "Slipway::Message" in the language of the program.
QString viewText(const char *text);
QList<FactView> factViews(const QList<Fact> &facts);
/// What people did about a step, each as a sentence.
QList<NoteView> noteViews(const StepFold &fold);

} // namespace Slipway
