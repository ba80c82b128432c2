// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"

#include <QJsonObject>

namespace Slipway {

/// JSON Schema (draft 2020-12) of a checklist, and of a file with a group of steps, made from the
/// same lists of parameters as the checks. It accepts all that lint accepts, and refuses every
/// error of shape; an editor shows these while one types.
QJsonObject checklistSchema(const Catalogue &catalogue);

/// True for a problem that the schema refuses too (its shape), by the code of the problem. Others
/// are about what the checklist means: names that refer to nothing, circles, values that do not
/// fit.
bool isProblemOfShape(const QString &code);

/// The reference of all kinds of step as Markdown, in the language of the installed translators.
QString kindsReference(const Catalogue &catalogue);

} // namespace Slipway
