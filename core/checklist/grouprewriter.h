// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/expression.h"

#include <QMap>
#include <QSet>

namespace Slipway {

/// What names mean where steps are written: in a checklist itself or in a file that it includes.
struct GroupNames
{
    QString prefix;                     ///< of the steps' ids: "first." in the group first
    QSet<QString> groups;               ///< groups that are included here, as they are called here
    QMap<QString, Template> parameters; ///< of the group, with what it was given
    bool isGroup = false;
};

/// Makes expressions of a group ones of the whole checklist, once and for all, so that whoever
/// evaluates or checks them needs to know of no group: `steps.build` of the group `first` becomes
/// the step `first.build`, and `parameters.NAME` what was given for it. What cannot be done so is
/// kept in problems.
class GroupRewriter final
{
public:
    explicit GroupRewriter(const GroupNames &names) : m_names(names) {}

    Expression rewritten(const Expression &expression);
    Template rewritten(const Template &text);
    const QList<Error> &problems() const { return m_problems; }

private:
    using Root = std::shared_ptr<const Expression::Node>;
    Root rewritten(const Root &node);
    Root stepNode(const QStringList &path, const Place &place);
    Root parameterNode(const QStringList &path, const Place &place);
    Root nodeOf(const Template &given, const Place &place);

    const GroupNames &m_names; // outlives it
    QList<Error> m_problems;
};

/// Both hold: left && right.
Expression bothOf(const Expression &left, const Expression &right);

} // namespace Slipway
