// SPDX-License-Identifier: MIT
#include "core/steps/plan.h"

#include <QJsonArray>

namespace Slipway {

namespace {

template <typename T, typename F>
QJsonArray arrayOf(const QList<T> &values, F toJsonOf)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJsonOf(value));
    return array;
}

template <typename T, typename F>
QList<T> listOf(const QJsonValue &json, F fromJsonOf)
{
    QList<T> list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array)
        list.append(fromJsonOf(value.toObject()));
    return list;
}

} // namespace

QString canName(UndoNote::Can can)
{
    switch (can) {
    case UndoNote::Can::Yes:
        return QStringLiteral("yes");
    case UndoNote::Can::Nothing:
        return QStringLiteral("nothing");
    case UndoNote::Can::No:
        break;
    }
    return QStringLiteral("no");
}

QJsonObject toJson(const Fact &fact)
{
    return {{QStringLiteral("label"), fact.label.toJson()}, {QStringLiteral("value"), fact.value}};
}

Fact factFromJson(const QJsonObject &json)
{
    return {Message::fromJson(json[QLatin1String("label")].toObject()),
            json[QLatin1String("value")].toString()};
}

QJsonObject toJson(const FileEdit &edit)
{
    return {{QStringLiteral("root"), edit.root},
            {QStringLiteral("path"), edit.path},
            {QStringLiteral("before"), edit.before},
            {QStringLiteral("after"), edit.after}};
}

FileEdit fileEditFromJson(const QJsonObject &json)
{
    return {json[QLatin1String("root")].toString(), json[QLatin1String("path")].toString(),
            json[QLatin1String("before")].toString(), json[QLatin1String("after")].toString()};
}

QJsonObject Evidence::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("type"), type},
                     {QStringLiteral("digest"), digest},
                     {QStringLiteral("size"), size}};
    if (!file.isEmpty())
        json[QStringLiteral("file")] = file;
    if (!note.isEmpty())
        json[QStringLiteral("note")] = note;
    return json;
}

Evidence Evidence::fromJson(const QJsonObject &json)
{
    Evidence evidence;
    evidence.name = json[QLatin1String("name")].toString();
    evidence.type = json[QLatin1String("type")].toString();
    evidence.digest = json[QLatin1String("digest")].toString();
    evidence.file = json[QLatin1String("file")].toString();
    evidence.size = json[QLatin1String("size")].toInteger();
    evidence.note = json[QLatin1String("note")].toString();
    return evidence;
}

QJsonObject UndoNote::toJson() const
{
    return {{QStringLiteral("can"), canName(can)}, {QStringLiteral("text"), text.toJson()}};
}

UndoNote UndoNote::fromJson(const QJsonObject &json)
{
    UndoNote note;
    for (const Can can : {Can::Yes, Can::Nothing}) {
        if (json[QLatin1String("can")].toString() == canName(can))
            note.can = can;
    }
    note.text = Message::fromJson(json[QLatin1String("text")].toObject());
    return note;
}

QJsonObject Plan::toJson() const
{
    QJsonObject json{
        {QStringLiteral("summary"), summary.toJson()},
        {QStringLiteral("facts"), arrayOf(facts, [](const Fact &f) { return Slipway::toJson(f); })},
        {QStringLiteral("edits"),
         arrayOf(edits, [](const FileEdit &e) { return Slipway::toJson(e); })},
        {QStringLiteral("before"), Value(before).toJson()},
        {QStringLiteral("data"), Value(data).toJson()},
        {QStringLiteral("evidence"),
         arrayOf(evidence, [](const Evidence &e) { return e.toJson(); })},
        {QStringLiteral("undo"), undo.toJson()}};
    if (programs)
        json[QStringLiteral("programs")] = programs->toJson();
    return json;
}

Result<Plan> Plan::fromJson(const QJsonObject &json)
{
    Plan plan;
    plan.summary = Message::fromJson(json[QLatin1String("summary")].toObject());
    plan.facts = listOf<Fact>(json[QLatin1String("facts")], factFromJson);
    plan.edits = listOf<FileEdit>(json[QLatin1String("edits")], fileEditFromJson);
    plan.before = Value::fromJson(json[QLatin1String("before")]).map();
    plan.data = Value::fromJson(json[QLatin1String("data")]).map();
    plan.evidence = listOf<Evidence>(json[QLatin1String("evidence")], &Evidence::fromJson);
    plan.undo = UndoNote::fromJson(json[QLatin1String("undo")].toObject());
    if (json.contains(QLatin1String("programs"))) {
        auto programs = ProgramSpec::fromJson(json[QLatin1String("programs")].toObject());
        if (!programs)
            return programs.error();
        plan.programs = *programs;
    }
    return plan;
}

Outcome Outcome::succeeded(Value::Map outputs, QList<Evidence> evidence)
{
    return {End::Succeeded, std::move(outputs), std::move(evidence), {}};
}

Outcome Outcome::failed(Error error, QList<Evidence> evidence)
{
    return {End::Failed, {}, std::move(evidence), std::move(error)};
}

Outcome Outcome::cancelled()
{
    return {End::Cancelled, {}, {}, {}};
}

Outcome Outcome::notDone()
{
    return {End::NotDone, {}, {}, {}};
}

Outcome Outcome::asking(QList<Evidence> evidence)
{
    return {End::Asking, {}, std::move(evidence), {}};
}

QString outcomeName(Outcome::End end)
{
    switch (end) {
    case Outcome::End::Succeeded:
        return QStringLiteral("succeeded");
    case Outcome::End::Failed:
        return QStringLiteral("failed");
    case Outcome::End::Cancelled:
        return QStringLiteral("cancelled");
    case Outcome::End::NotDone:
        return QStringLiteral("not-done");
    case Outcome::End::Asking:
        return QStringLiteral("asking");
    }
    return {};
}

std::optional<Outcome::End> outcomeNamed(const QString &name)
{
    for (const auto end : {Outcome::End::Succeeded, Outcome::End::Failed, Outcome::End::Cancelled,
                           Outcome::End::NotDone, Outcome::End::Asking}) {
        if (outcomeName(end) == name)
            return end;
    }
    return std::nullopt;
}

QString verdictName(Finding::Verdict verdict)
{
    switch (verdict) {
    case Finding::Verdict::Done:
        return QStringLiteral("done");
    case Finding::Verdict::NotDone:
        return QStringLiteral("not-done");
    case Finding::Verdict::Foreign:
        return QStringLiteral("foreign");
    case Finding::Verdict::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

} // namespace Slipway
