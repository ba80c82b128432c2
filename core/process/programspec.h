// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Slipway {

/// What to reply when a program on a terminal asks.
struct PromptAnswer
{
    QString prompt;      ///< POSIX extended regular expression, matched on the unfinished last line
    QString reply;       ///< sent with a line end
    QString secret = {}; ///< set: the value of the secret of this name is the reply
    bool operator==(const PromptAnswer &) const = default;
};

/// One program of an effect; the programs of a list run in turn until one fails.
struct Command
{
    QStringList argv;         ///< never empty; no shell
    QString captureFile;      ///< plain file name in the attempt's folder that takes standard
                              ///< output alone, which is in the log as well; empty: none
    bool runsAlways = false;  ///< also after a failure before it, such as putting back a state;
                              ///< its own failure counts as well. Not after
                              ///< a cancel or a time-out
    QString input = {};       ///< its standard input; without it there is nothing to read
    QString inputSecret = {}; ///< set: the value of the secret of this name is its input
    bool operator==(const Command &) const = default;
};

/// What the supervisor is to run: the content of an attempt's spec.json. Secrets stand in it by
/// name; AttemptFolder::launch hands their values over.
struct ProgramSpec
{
    QList<Command> commands;
    QString directory;                        ///< absolute
    QMap<QString, QString> environment;       ///< added to the console's environment
    QMap<QString, QString> secretEnvironment; ///< the same: name of the variable -> of the secret
    bool terminal = false;                    ///< a pseudo-terminal of 200 columns and 50 rows
    QList<PromptAnswer> answers;              ///< used in order; needs terminal
    qint64 timeoutMs = 0;                     ///< for all commands together; 0: none
    qint64 promptWaitMs = 60'000;         ///< an unfinished line that no answer matches may stand
                                          ///< this long before the step fails (terminal only)
    QString interruptPattern;             ///< when a line matches (POSIX ERE), SIGINT is sent
    qint64 interruptAfterMs = 0;          ///< SIGINT after this time; 0: never. For programs
                                          ///< that only end when interrupted
    qint64 maxLogBytes = qint64(1) << 30; ///< of output.log; what is beyond is counted, not kept

    /// What stands in the way of running it: "program.bad-spec".
    Result<void> check() const;
    QStringList secrets() const; ///< the names of those that it uses, each once
    QJsonObject toJson() const;
    static Result<ProgramSpec> fromJson(const QJsonObject &json);
    bool operator==(const ProgramSpec &) const = default;
};

/// How the programs ended: the content of an attempt's result.json.
struct ProgramResult
{
    enum class End
    {
        Exited,    ///< every command that was to run ran to its end
        Signalled, ///< one was ended by a signal that was not ours
        TimedOut,
        Cancelled,
        NotStarted,       ///< a program could not be started: reason says why
        PromptMissing,    ///< it ended well, but an answer was never asked for
        PromptUnexpected, ///< it stood at a prompt that no answer matches
        Failed            ///< the supervisor itself failed, such as a full disk: reason
    };
    struct CommandEnd
    {
        int exitCode = -1; ///< -1: not run, or ended by a signal
        int signal = 0;
    };
    End end = End::Failed;
    QList<CommandEnd> commands; ///< as many as the spec has
    QString reason;             ///< English, for End::NotStarted and End::Failed
    QString promptText;         ///< the line it stood at, or the pattern that never came
    qint64 startedAt = 0;       ///< ms since 1970
    qint64 finishedAt = 0;
    qint64 logBytes = 0;         ///< all that was written to the log
    qint64 droppedBytes = 0;     ///< beyond maxLogBytes
    qint64 leftovers = 0;        ///< programs that the commands left running, and that were ended
    QStringList survivors;       ///< "NAME (PID)" of what could not be ended, such as programs of
                                 ///< another user
    bool wasInterrupted = false; ///< the SIGINT that the spec asks for was sent

    /// True if it ended by itself and every command that ran gave status 0.
    bool isSuccess() const;

    QJsonObject toJson() const;
    static Result<ProgramResult> fromJson(const QJsonObject &json);
};

} // namespace Slipway
