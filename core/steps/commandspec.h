// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/checklist/capture.h"
#include "core/checklist/catalogue.h"
#include "core/process/ask.h"
#include "core/process/programspec.h"
#include "core/process/secretvalues.h"

namespace Slipway {

/// The parameters and outputs of the kind `command`.
KindSpec commandSpec();

/// What the parameters of a command say, once they were checked.
class CommandParameters final
{
public:
    static Result<CommandParameters> read(const Value::Map &with, const QString &workspace);

    QStringList argv;
    QString directory;
    QMap<QString, QString> environment;
    QMap<QString, QString> secretEnvironment; ///< variable -> name of the secret
    QString input;                            ///< for its standard input
    QString inputSecret;                      ///< name; else empty
    QList<PromptAnswer> answers;
    bool terminal = false;
    QString output; ///< "none", "text", "lines", "json"
    QString expect; ///< regular expressions; empty: none
    QString reject;
    QList<qint64> successCodes;
    qint64 interruptAfterMs = 0;
    QString interruptWhen;
    qint64 promptWaitMs = 0; ///< 0: as usual
    QStringList probe;
    bool isReading = false; ///< it says that it changes nothing
    bool isSafeAgain = false;
    QList<Capture> captures;

    bool takesOutput() const { return output != u"none" || takesJson(); }
    bool takesJson() const;
    bool isInterrupted() const { return interruptAfterMs > 0 || !interruptWhen.isEmpty(); }
    ProgramSpec programs() const;
    /// Its environment with the secrets in it, for a question; an error names one that is not
    /// known.
    Result<QMap<QString, QString>> environmentWith(const SecretValues &secrets) const;
    Result<QByteArray> inputWith(const SecretValues &secrets) const;

private:
    Result<void> readProgram(const Value::Map &with, const QString &workspace);
    Result<void> readEnvironment(const Value::Map &with);
    Result<void> readInput(const Value::Map &with);
    Result<void> readAnswers(const Value::Map &with);
    Result<void> readEnd(const Value::Map &with);
    Result<void> readInterrupt(const Value::Map &with);
    Result<void> readCaptures(const Value::Map &with);
};

} // namespace Slipway
