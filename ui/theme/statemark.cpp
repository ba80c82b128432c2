// SPDX-License-Identifier: MIT
#include "ui/theme/statemark.h"

#include <QCoreApplication>

namespace Slipway {

Mark markOf(StepState state, bool isGate)
{
    switch (state) {
    case StepState::Pending:
        return isGate ? Mark::Gate : Mark::ToDo;
    case StepState::Waiting:
        return Mark::NeedsYou;
    case StepState::Running:
        return Mark::Running;
    case StepState::InDoubt:
        return Mark::InDoubt;
    case StepState::Succeeded:
        return Mark::Done;
    case StepState::Failed:
        return Mark::Failed;
    case StepState::Cancelled:
        return Mark::Cancelled;
    case StepState::Skipped:
        return Mark::Skipped;
    case StepState::Undone:
        return Mark::Undone;
    }
    return Mark::ToDo;
}

Mark markOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Mark::Running;
    case RunState::InDoubt:
        return Mark::InDoubt;
    case RunState::Failed:
        return Mark::Failed;
    case RunState::Waiting:
        return Mark::NeedsYou;
    case RunState::Cancelled:
        return Mark::Cancelled;
    case RunState::Undone:
        return Mark::Undone;
    case RunState::Stopped:
        return Mark::Stopped;
    case RunState::Succeeded:
        return Mark::Done;
    }
    return Mark::ToDo;
}

Tone toneOf(Mark mark)
{
    switch (mark) {
    case Mark::Done:
        return Tone::Done;
    case Mark::Running:
        return Tone::Accent;
    case Mark::NeedsYou:
    case Mark::Warned:
        return Tone::Needs;
    case Mark::Failed:
        return Tone::Failed;
    case Mark::InDoubt:
        return Tone::Doubt;
    case Mark::Undone:
        return Tone::Undone;
    default:
        return Tone::Plain;
    }
}

QString markText(Mark mark)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Slipway::Mark", text);
    };
    switch (mark) {
    case Mark::Done:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Done"));
    case Mark::Running:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Running"));
    case Mark::NeedsYou:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Waiting for you"));
    case Mark::Failed:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Failed"));
    case Mark::InDoubt:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "In doubt"));
    case Mark::ToDo:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "To do"));
    case Mark::Skipped:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Skipped"));
    case Mark::Gate:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Sign-off to come"));
    case Mark::Cancelled:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Cancelled"));
    case Mark::Undone:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Undone"));
    case Mark::Stopped:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Stopped"));
    case Mark::Warned:
        return translated(QT_TRANSLATE_NOOP("Slipway::Mark", "Done, with a warning"));
    }
    return {};
}

QString stateText(StepState state)
{
    return markText(markOf(state));
}
QString stateText(RunState state)
{
    return markText(markOf(state));
}

} // namespace Slipway
