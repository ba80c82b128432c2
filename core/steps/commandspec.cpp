// SPDX-License-Identifier: MIT
#include "core/steps/commandspec.h"

#include "core/steps/parameters.h"

namespace Slipway {

namespace {

/// With `shell` it is a program of its own.
ParameterSpec asProgramText(ParameterSpec parameter)
{
    parameter.literalWhen = QStringLiteral("shell");
    return parameter;
}

QList<ParameterSpec> programParameters()
{
    return {
        asProgramText(withDash(listOf(
            Type::Prose,
            required(QStringLiteral("run"), Type::List,
                     QT_TRANSLATE_NOOP("Slipway::Help",
                                       "The program and its arguments, one by one; no shell reads "
                                       "them. With \"shell\", one text for bash."))))),
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder in which it runs; a relative one is below the "
                                   "workspace, which is the default.")),
        withSecret(SecretPlace::Members,
                   optional(QStringLiteral("env"), Type::Map,
                            QT_TRANSLATE_NOOP("Slipway::Help",
                                              "Environment variables and their values; one may be "
                                              "a secret."))),
        withSecret(SecretPlace::Whole,
                   withDash(optional(QStringLiteral("stdin"), Type::Prose,
                                     QT_TRANSLATE_NOOP("Slipway::Help",
                                                       "What it reads from its standard input: a "
                                                       "text, or a secret. Without it there is "
                                                       "nothing to read.")))),
        optional(QStringLiteral("shell"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Run the text with `bash -c`. Values of inputs reach it as "
                                   "environment variables only.")),
        optional(QStringLiteral("terminal"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Give it a terminal, for programs that ask or that show less "
                                   "without one.")),
        withSecret(SecretPlace::Replies,
                   listOf(Type::Map,
                          optional(QStringLiteral("answers"), Type::List,
                                   QT_TRANSLATE_NOOP("Slipway::Help",
                                                     "What to reply when it asks, in order: "
                                                     "{prompt: pattern, reply: text or secret}. "
                                                     "Gives it a terminal.")))),
        optional(QStringLiteral("prompt-wait"), Type::Duration,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "How long it may stand at a question without an answer; 60s "
                                   "unless said.")),
    };
}

QList<ParameterSpec> endParameters()
{
    return {
        oneOf({QStringLiteral("none"), QStringLiteral("text"), QStringLiteral("lines"),
               QStringLiteral("json")},
              optional(QStringLiteral("output"), Type::Choice,
                       QT_TRANSLATE_NOOP("Slipway::Help",
                                         "What its standard output becomes besides a part of the "
                                         "log: the output stdout, lines or json."))),
        withDash(optional(QStringLiteral("expect"), Type::Text,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "A regular expression that a line of its output must "
                                            "match, or the step fails."))),
        withDash(optional(QStringLiteral("reject"), Type::Text,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "A regular expression that no line of its output may "
                                            "match."))),
        listOf(Type::Number,
               optional(QStringLiteral("success-codes"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "The exit statuses that mean success; 0 unless said."))),
        optional(QStringLiteral("interrupt-after"), Type::Duration,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Interrupt it (as Ctrl+C does) after this time; for programs "
                                   "that do not end by themselves.")),
        withDash(optional(QStringLiteral("interrupt-when"), Type::Text,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "Interrupt it when a line of its output matches this "
                                            "pattern."))),
        optional(QStringLiteral("capture"), Type::Map,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Further outputs, taken out of what it prints: {NAME: {json: "
                                   "PATH}} or {NAME: {pattern: '…'}}, each with a type and a "
                                   "default if need be.")),
        optional(QStringLiteral("probe"), Type::Any,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A program that only looks whether the work was done: status 0 "
                                   "done, 10 not done, any other: it cannot tell.")),
        optional(QStringLiteral("reads"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "It only looks and changes nothing: there is nothing to undo, "
                                   "and it may be repeated.")),
        oneOf({QStringLiteral("ask"), QStringLiteral("safe")},
              optional(QStringLiteral("again"), Type::Choice,
                       QT_TRANSLATE_NOOP("Slipway::Help",
                                         "safe: it may be repeated when nobody knows how it "
                                         "ended."))),
    };
}

} // namespace

KindSpec commandSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("command");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Runs a program and waits for its end, also across a restart of "
                                  "the console.");
    spec.parameters = programParameters() + endParameters();
    spec.outputs = {
        {QStringLiteral("status"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "Its exit status; 128 more than the signal that ended "
                                            "it.")},
        {QStringLiteral("stdout"), Type::Prose,
         QT_TRANSLATE_NOOP("Slipway::Help", "Its standard output without blanks around it, if "
                                            "\"output\" asks for it.")},
        {QStringLiteral("lines"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help", "The lines of its standard output that are not empty, "
                                            "with output: lines.")},
        {QStringLiteral("json"), Type::Any,
         QT_TRANSLATE_NOOP("Slipway::Help", "Its standard output read as JSON, with output: "
                                            "json.")},
        {QStringLiteral("seconds"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How long it took.")}};
    spec.evidence = {QStringLiteral("log"), QStringLiteral("stdout")};
    spec.canBePolled = true;
    spec.outputsIn = QStringLiteral("capture");
    spec.reaches = {{Reach::Program, "", QStringLiteral("run")},
                    {Reach::Program, "", QStringLiteral("probe")}};
    return spec;
}

} // namespace Slipway
