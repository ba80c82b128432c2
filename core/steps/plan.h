// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/process/programspec.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace Slipway {

/// One line of "what it will do" or of "what was found": a label and a value.
struct Fact
{
    Message label; ///< QT_TRANSLATE_NOOP("Slipway::Message", …)
    QString value; ///< data, shown as it is

    bool operator==(const Fact &) const = default;
};

/// A change of one file, by the digests of objects that hold its bytes. An empty digest: the
/// file is not there.
struct FileEdit
{
    QString root;   ///< absolute folder
    QString path;   ///< below root
    QString before; ///< digest of an object
    QString after;

    bool operator==(const FileEdit &) const = default;
};

/// Something a step leaves to look at.
struct Evidence
{
    QString name;   ///< "diff", "log", "packages", …
    QString type;   ///< how to show it: "changes" (JSON {files: [FileEdit…]}), "log" (a file of
                    ///< the attempt), "packages" (JSON {sources, packages: [{name, versions,
                    ///< where}]}), "text", "json", "facts" (JSON [{label, value}]), "link",
                    ///< "conflicts" (see MergeConflicts)
    QString digest; ///< object; for "log" the digest of the file at the end
    QString file;   ///< "log": file name in the attempt's folder
    qint64 size = 0;
    QString note;    ///< one line that sums it up, such as "268 versions, 6 files"; may be empty
    int attempt = 0; ///< filled in by the engine

    bool operator==(const Evidence &) const = default;
    QJsonObject toJson() const;
    static Evidence fromJson(const QJsonObject &json);
};

/// Whether what a plan does could be undone, and how: said before it is done.
struct UndoNote
{
    enum class Can
    {
        No,
        Yes,
        Nothing ///< it changes nothing that outlives it
    };
    Can can = Can::No;
    Message text; ///< one sentence: how, or why not; may be empty

    QJsonObject toJson() const;
    static UndoNote fromJson(const QJsonObject &json);
};

/// What a step would do, decided completely before anything happens. It is stored with the
/// intent; the effect, its conclusion and its probe get nothing else.
struct Plan
{
    Message summary;   ///< one sentence: "Creates the branch %1 at %2."
    QList<Fact> facts; ///< for the page "What it does"
    QList<FileEdit> edits;
    Value::Map before;                   ///< the state expected before, as the probe compares it
    Value::Map data;                     ///< what act, conclude and probe need to know
    std::optional<ProgramSpec> programs; ///< set: run by the supervisor; else Kind::act
    QList<Evidence> evidence;            ///< what can be shown already, such as the changes to come
    UndoNote undo;

    QJsonObject toJson() const;
    static Result<Plan> fromJson(const QJsonObject &json);
};

/// A plan that is about to happen, as the journal keeps it (attempt.intended).
struct Intent
{
    QString runId;
    int attempt = 0;
    QString step;
    QString instance; ///< null without foreach
    QString effectKey;
    Value::Map with;
    Plan plan;
    int undoes = 0;    ///< the attempt whose effect this one reverses; 0: an attempt of the step
    QString uses = {}; ///< name of the kind that carries it out; empty: the step's own

    bool isUndo() const { return undoes != 0; }
};

/// How an attempt ended.
struct Outcome
{
    enum class End
    {
        Succeeded,
        Failed,
        Cancelled,
        NotDone,
        Asking ///< it can only go on with what people answer; its evidence says about what
    };
    End end = End::Failed;
    Value::Map outputs;
    QList<Evidence> evidence;
    Error error; ///< of Failed

    static Outcome succeeded(Value::Map outputs = {}, QList<Evidence> evidence = {});
    static Outcome failed(Error error, QList<Evidence> evidence = {});
    static Outcome cancelled();
    static Outcome notDone();
    static Outcome asking(QList<Evidence> evidence);
};

/// The answer to "did it happen?".
struct Finding
{
    enum class Verdict
    {
        Done,    ///< outcome says with which outputs
        NotDone, ///< all is as before: it may be done again
        Foreign, ///< neither as before nor as meant: somebody else was there
        Unknown  ///< it could not be asked, or it cannot be told
    };
    Verdict verdict = Verdict::Unknown;
    Outcome outcome;
    Message explanation; ///< one sentence for a person
    QList<Fact> facts;   ///< meant, before, now: for the page of a step in doubt
};

QJsonObject toJson(const Fact &fact);
Fact factFromJson(const QJsonObject &json);
QJsonObject toJson(const FileEdit &edit);
FileEdit fileEditFromJson(const QJsonObject &json);
QString canName(UndoNote::Can can);    ///< "yes", "no", "nothing"
QString outcomeName(Outcome::End end); ///< "succeeded", "failed", "cancelled", "not-done", "asking"
std::optional<Outcome::End> outcomeNamed(const QString &name);
QString verdictName(Finding::Verdict verdict); ///< "done", "not-done", "foreign", "unknown"

} // namespace Slipway
