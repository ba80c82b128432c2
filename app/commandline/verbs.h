// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/session.h"
#include "app/commandline/terminal.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

namespace Slipway {

/// What a verb gets: its options and positional arguments, parsed.
struct Call
{
    Session &session;
    Terminal terminal;
    const QCommandLineParser &options;
    QStringList arguments;
};

struct Verb
{
    const char *name;
    const char *arguments; ///< as the usage line shows them
    const char *help;      ///< QT_TRANSLATE_NOOP("Slipway::Help", …)
    QList<QCommandLineOption> options;
    int fewest = 0; ///< positional arguments
    int most = 0;   ///< -1: any number
    int (*run)(Call &call) = nullptr;
};

/// All verbs; each subject's file gives its own.
QList<Verb> runVerbs();         ///< run, resume
QList<Verb> peopleVerbs();      ///< what people do about steps: confirm, tick, approve, …
QList<Verb> resolveVerbs();     ///< resolve
QList<Verb> undoVerbs();        ///< undo
QList<Verb> secretVerbs();      ///< secret set|forget|list
QList<Verb> showVerbs();        ///< runs, show, log
QList<Verb> verifyVerbs();      ///< verify, report, export
QList<Verb> checklistVerbs();   ///< lint, schema, sample
QList<Verb> trustVerbs();       ///< trust
QList<Verb> packagesVerbs();    ///< packages diff|list|unpin|pin
QList<Verb> checkVerbs();       ///< packages check
QList<Verb> imagesVerbs();      ///< images next|bump
QList<Verb> imageChoiceVerbs(); ///< images choose

/// Runs the command line: `slipway VERB …`. Status as DESIGN says.
int runCommandLine(const QStringList &arguments);
/// True if these arguments name a verb or ask for help, so that no window is wanted.
bool isCommandLine(const QStringList &arguments);

/// For verbs that name a run: opens the journal and finds it; says what is wrong and gives
/// std::nullopt.
std::optional<QString> openRun(Call &call, const QString &name);
/// The same for a step of it.
std::optional<StepKey> openStep(Call &call, const QString &run, const QString &name);

} // namespace Slipway
