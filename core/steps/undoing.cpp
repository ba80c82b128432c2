// SPDX-License-Identifier: MIT
#include "core/steps/undoing.h"

namespace Slipway {

UndoNote nothingToUndo(const char *text, const QStringList &arguments)
{
    return {UndoNote::Can::Nothing, text ? Message(text, arguments) : Message()};
}

UndoNote undoneBy(const char *text, const QStringList &arguments)
{
    return {UndoNote::Can::Yes, Message(text, arguments)};
}

UndoNote notUndone(const char *text, const QStringList &arguments)
{
    return {UndoNote::Can::No, Message(text, arguments)};
}

void markAsUndo(Plan *plan)
{
    plan->data[QStringLiteral("undo")] = Value(true);
    plan->undo = notUndone(QT_TRANSLATE_NOOP(
        "Slipway::Message", "An undo is not undone itself; the step can be done again."));
}

bool isOwnUndo(const Intent &intent)
{
    return intent.isUndo() && intent.plan.data[QStringLiteral("undo")].flag();
}

Error changedSince(const QString &what)
{
    return {QStringLiteral("undo.changed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 was changed after the step, so it is not undone: that change "
                              "would be lost. Save it elsewhere or take it back, then try again."),
            {what}};
}

Error bytesMissing(const QString &what)
{
    return {QStringLiteral("undo.impossible"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "What %1 held before the step is no longer kept on this machine."),
            {what}};
}

Error impossibleAsSaid(const Intent &done)
{
    return {QStringLiteral("undo.impossible"), "%1", {done.plan.undo.text.english()}};
}

} // namespace Slipway
