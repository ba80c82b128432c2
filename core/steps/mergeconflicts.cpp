// SPDX-License-Identifier: MIT
#include "core/steps/mergeconflicts.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>

namespace Slipway {

namespace {

constexpr int typeBits = 0170000;
constexpr int regularFile = 0100000;

const QList<QPair<MergeConflict::Kind, QString>> kindNames{
    {MergeConflict::Kind::BothChanged, QStringLiteral("both-changed")},
    {MergeConflict::Kind::BothAdded, QStringLiteral("both-added")},
    {MergeConflict::Kind::DeletedByUs, QStringLiteral("deleted-by-us")},
    {MergeConflict::Kind::DeletedByThem, QStringLiteral("deleted-by-them")},
    {MergeConflict::Kind::AddedByUs, QStringLiteral("added-by-us")},
    {MergeConflict::Kind::AddedByThem, QStringLiteral("added-by-them")},
    {MergeConflict::Kind::Whole, QStringLiteral("whole")}};

QJsonObject versionJson(const ConflictedFile::Version &version)
{
    return {{QStringLiteral("mode"), version.mode},
            {QStringLiteral("digest"), version.digest},
            {QStringLiteral("size"), version.size}};
}

ConflictedFile::Version versionOf(const QJsonValue &json)
{
    return {json[QLatin1String("mode")].toInt(), json[QLatin1String("digest")].toString(),
            json[QLatin1String("size")].toInteger()};
}

QJsonObject fileJson(const ConflictedFile &file)
{
    QString kind;
    for (const auto &[value, name] : kindNames) {
        if (value == file.kind)
            kind = name;
    }
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("id"), file.id},
            {QStringLiteral("text"), file.isText},
            {QStringLiteral("base"), versionJson(file.base)},
            {QStringLiteral("ours"), versionJson(file.ours)},
            {QStringLiteral("theirs"), versionJson(file.theirs)}};
}

ConflictedFile fileOf(const QJsonValue &json)
{
    ConflictedFile file;
    file.path = json[QLatin1String("path")].toString();
    for (const auto &[value, name] : kindNames) {
        if (name == json[QLatin1String("kind")].toString())
            file.kind = value;
    }
    file.id = json[QLatin1String("id")].toString();
    file.isText = json[QLatin1String("text")].toBool();
    file.base = versionOf(json[QLatin1String("base")]);
    file.ours = versionOf(json[QLatin1String("ours")]);
    file.theirs = versionOf(json[QLatin1String("theirs")]);
    return file;
}

Value::Map answer(const QString &take, const QString &id = {})
{
    Value::Map said{{QStringLiteral("take"), Value(take)}};
    if (!id.isEmpty())
        said.insert(QStringLiteral("id"), Value(id));
    return said;
}

QString placeIn(const QMap<QString, Value::Map> &answers)
{
    return answers.value(QString()).value(QStringLiteral("take")).text();
}

/// isText: false once one cannot be shown as lines.
Result<ConflictedFile::Version> versionOf(const GitEntry &entry, const Repository &repository,
                                          const ObjectStore &objects, bool *isText)
{
    ConflictedFile::Version version;
    version.mode = entry.mode;
    const bool isFile = (entry.mode & typeBits) == regularFile;
    const auto bytes = entry.mode != 0 ? repository.blob(entry.id) : std::nullopt;
    *isText = *isText && isFile && bytes && !bytes->contains('\0');
    if (!bytes)
        return version;
    const auto digest = objects.put(*bytes);
    if (!digest)
        return digest.error();
    version.digest = *digest;
    version.size = bytes->size();
    return version;
}

} // namespace

QJsonObject MergeConflicts::toJson() const
{
    QJsonArray list;
    for (const ConflictedFile &one : files)
        list.append(fileJson(one));
    return {{QStringLiteral("directory"), directory},
            {QStringLiteral("ours"), ours},
            {QStringLiteral("theirs"), theirs},
            {QStringLiteral("oursCommit"), oursCommit},
            {QStringLiteral("theirsCommit"), theirsCommit},
            {QStringLiteral("byHand"), isByHand},
            {QStringLiteral("preferred"), QJsonArray::fromStringList(preferred)},
            {QStringLiteral("left"), QJsonArray::fromStringList(left)},
            {QStringLiteral("files"), list}};
}

Result<MergeConflicts> MergeConflicts::fromBytes(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return json.error();
    MergeConflicts conflicts;
    conflicts.directory = (*json)[QLatin1String("directory")].toString();
    conflicts.ours = (*json)[QLatin1String("ours")].toString();
    conflicts.theirs = (*json)[QLatin1String("theirs")].toString();
    conflicts.oursCommit = (*json)[QLatin1String("oursCommit")].toString();
    conflicts.theirsCommit = (*json)[QLatin1String("theirsCommit")].toString();
    conflicts.isByHand = (*json)[QLatin1String("byHand")].toBool();
    const QJsonArray preferred = (*json)[QLatin1String("preferred")].toArray();
    for (const QJsonValue &path : preferred)
        conflicts.preferred.append(path.toString());
    const QJsonArray left = (*json)[QLatin1String("left")].toArray();
    for (const QJsonValue &place : left)
        conflicts.left.append(place.toString());
    const QJsonArray files = (*json)[QLatin1String("files")].toArray();
    for (const QJsonValue &file : files)
        conflicts.files.append(fileOf(file));
    return conflicts;
}

const ConflictedFile *MergeConflicts::file(const QString &path) const
{
    for (const ConflictedFile &one : files) {
        if (one.path == path)
            return &one;
    }
    return nullptr;
}

QList<ConflictedFile> MergeConflicts::open(const QMap<QString, Value::Map> &answers) const
{
    QList<ConflictedFile> list;
    for (const ConflictedFile &one : files) {
        if (MergeAnswer::take(answers, one.path, one.id).isEmpty())
            list.append(one);
    }
    return list;
}

Value::Map MergeAnswer::side(const ConflictedFile &file, MergeSide side)
{
    return answer(side == MergeSide::Ours ? QStringLiteral("ours") : QStringLiteral("theirs"),
                  file.id);
}

Value::Map MergeAnswer::text(const ConflictedFile &file)
{
    return answer(QStringLiteral("text"), file.id);
}

Value::Map MergeAnswer::place(bool isByHand)
{
    return answer(isByHand ? QStringLiteral("by-hand") : QStringLiteral("window"));
}

bool MergeAnswer::isByHand(const QMap<QString, Value::Map> &answers)
{
    return placeIn(answers) == QLatin1String("by-hand");
}

bool MergeAnswer::isBackInWindow(const QMap<QString, Value::Map> &answers)
{
    return placeIn(answers) == QLatin1String("window");
}

QString MergeAnswer::take(const QMap<QString, Value::Map> &answers, const QString &path,
                          const QString &id)
{
    const auto said = answers.constFind(path);
    if (path.isEmpty() || said == answers.cend() || said->value(QStringLiteral("id")).text() != id)
        return {};
    static const QStringList known{QStringLiteral("ours"), QStringLiteral("theirs"),
                                   QStringLiteral("text")};
    const QString take = said->value(QStringLiteral("take")).text();
    return known.contains(take) ? take : QString();
}

Result<std::optional<MergeChoice>> mergeChoice(const MergeConflict &conflict,
                                               const QMap<QString, Value::Map> &answers,
                                               const ObjectStore &objects)
{
    const QString take = MergeAnswer::take(answers, conflict.path, conflict.id());
    if (take.isEmpty())
        return std::optional<MergeChoice>();
    if (take != QLatin1String("text"))
        return std::optional(
            MergeChoice{take == QLatin1String("ours") ? MergeSide::Ours : MergeSide::Theirs, {}});
    const auto bytes =
        objects.read(answers.value(conflict.path).value(QStringLiteral("digest")).text());
    if (!bytes)
        return bytes.error();
    return std::optional(MergeChoice{std::nullopt, *bytes});
}

Result<ConflictedFile> conflictedFile(const MergeConflict &conflict, const Repository &repository,
                                      const ObjectStore &objects)
{
    ConflictedFile file;
    file.path = conflict.path;
    file.kind = conflict.kind;
    file.id = conflict.id();
    file.isText = conflict.kind != MergeConflict::Kind::Whole;
    bool hasBase = true; // one that is missing is like an empty one
    const auto base = versionOf(conflict.base, repository, objects, &hasBase);
    const auto ours = versionOf(conflict.ours, repository, objects, &file.isText);
    const auto theirs = versionOf(conflict.theirs, repository, objects, &file.isText);
    for (const auto *version : {&base, &ours, &theirs}) {
        if (!*version)
            return version->error();
    }
    file.base = *base;
    file.ours = *ours;
    file.theirs = *theirs;
    file.isText = file.isText && (hasBase || conflict.base.mode == 0);
    return file;
}

QList<int> conflictMarkers(const QByteArray &bytes)
{
    QList<int> lines;
    int line = 1;
    for (qsizetype from = 0; from < bytes.size(); ++line) {
        const qsizetype end = bytes.indexOf('\n', from);
        const QByteArray text = bytes.mid(from, end < 0 ? -1 : end - from);
        // "=======" alone also underlines a heading.
        if (text.startsWith("<<<<<<< ") || text.startsWith(">>>>>>> ") ||
            text.startsWith("||||||| "))
            lines.append(line);
        from = end < 0 ? bytes.size() : end + 1;
    }
    return lines;
}

} // namespace Slipway
