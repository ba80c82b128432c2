// SPDX-License-Identifier: MIT
#include "app/commandline/trusttext.h"

#include "core/base/textdiff.h"
#include "core/trust/harmless.h"
#include "core/trust/trustwords.h"

#include <QJsonArray>
#include <QLocale>

namespace Slipway {

namespace {

QLatin1String nameOf(Reach what)
{
    switch (what) {
    case Reach::Program:
        return QLatin1String("program");
    case Reach::Host:
        return QLatin1String("host");
    case Reach::Path:
        return QLatin1String("path");
    case Reach::Image:
        return QLatin1String("image");
    case Reach::Secret:
        break;
    }
    return QLatin1String("secret");
}

QString lineOf(const Touched &touched)
{
    QString shown = touched.text.translated();
    shown.replace(u'\n', QLatin1String("\n      "));
    QString line = (touched.isNew ? QStringLiteral("+ ") : QStringLiteral("  ")) + shown;
    if (!touched.note.isEmpty())
        line += QStringLiteral(" (%1)").arg(touched.note.translated());
    if (!touched.steps.isEmpty())
        line += QStringLiteral("  [%1]").arg(harmless(touched.steps.join(QLatin1String(", "))));
    return line;
}

QByteArray diffs(const TrustQuestion &question)
{
    QByteArray all;
    const QList<BundleChange> changes = question.changes();
    for (const BundleChange &change : changes)
        all += unifiedDiff(change.before, change.after, QLatin1String("a/") + harmless(change.path),
                           QLatin1String("b/") + harmless(change.path));
    return harmless(QString::fromUtf8(all), true, all.size()).toUtf8();
}

} // namespace

QByteArray trustText(const TrustQuestion &question)
{
    QStringList lines{
        harmless(question.title.in(QLocale().name())),
        harmless(question.bundle.file, false, 4096),
        TrustWords::standing(question).translated(),
    };
    for (const Reach what : TrustWords::reaches) {
        const QList<Touched> some = question.touches.all(what);
        if (some.isEmpty())
            continue;
        lines << QString() << TrustWords::title(what).translated();
        for (const Touched &touched : some)
            lines.append(lineOf(touched));
    }
    lines.append(QString());
    const QList<Message> sentences =
        TrustWords::warnings(question.touches) + QList<Message>{TrustWords::limits()};
    for (const Message &sentence : sentences)
        lines.append(sentence.translated());
    QByteArray all = lines.join(u'\n').toUtf8() + '\n';
    if (question.before && !question.isTrusted())
        all += '\n' + diffs(question);
    return all;
}

QJsonObject trustJson(const TrustQuestion &question)
{
    QJsonArray touches;
    for (const Touched &touched : question.touches.things) {
        QJsonObject one{{QStringLiteral("what"), nameOf(touched.what)},
                        {QStringLiteral("text"), touched.text.english()},
                        {QStringLiteral("steps"), QJsonArray::fromStringList(touched.steps)},
                        {QStringLiteral("new"), touched.isNew}};
        if (!touched.note.isEmpty())
            one.insert(QStringLiteral("note"), touched.note.english());
        touches.append(one);
    }
    QJsonArray changes;
    const QList<BundleChange> files = question.changes();
    for (const BundleChange &change : files)
        changes.append(QJsonObject{{QStringLiteral("path"), change.path},
                                   {QStringLiteral("new"), change.isNew},
                                   {QStringLiteral("gone"), change.isGone}});
    QJsonObject json{{QStringLiteral("checklist"), question.bundle.file},
                     {QStringLiteral("digest"), question.bundle.digest()},
                     {QStringLiteral("trusted"), question.isTrusted()},
                     {QStringLiteral("engine"), question.touches.usesEngine},
                     {QStringLiteral("shell"), question.touches.usesShell},
                     {QStringLiteral("touches"), touches},
                     {QStringLiteral("changes"), changes}};
    if (!question.isTrusted())
        json.insert(QStringLiteral("why"), question.refusal.code());
    return json;
}

} // namespace Slipway
