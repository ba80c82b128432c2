// SPDX-License-Identifier: MIT
#include "core/run/viewtexts.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

QString sentenceOf(const PersonNote &note)
{
    static const QMap<QString, const char *> sentences{
        {QStringLiteral("step.confirmed"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 gave the go-ahead")},
        {QStringLiteral("step.ticked"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 did it")},
        {QStringLiteral("step.skipped"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 skipped it")},
        {QStringLiteral("step.retried"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 asked for another try")},
        {QStringLiteral("step.reset"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 went again from here")},
        {QStringLiteral("run.cancelled"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 stopped it")},
        {QStringLiteral("run.noted"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 noted")},
        {QStringLiteral("gate.decided.approve"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 approved")},
        {QStringLiteral("gate.withdrawn"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 took the decision back")},
        {QStringLiteral("gate.decided.reject"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 rejected")},
        {QStringLiteral("attempt.settled.done"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 said that it had happened")},
        {QStringLiteral("attempt.settled.not-done"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 said that it had not happened")},
        {QStringLiteral("attempt.settled.failed"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 settled it as failed")}};
    const char *pattern = sentences.value(note.kind);
    QString sentence = pattern ? fillPattern(viewText(pattern), {note.author}) : note.author;
    if (!note.text.isEmpty())
        sentence += QStringLiteral(": ") + note.text;
    return sentence;
}

} // namespace

QString viewText(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

QList<FactView> factViews(const QList<Fact> &facts)
{
    QList<FactView> views;
    for (const Fact &fact : facts)
        views.append({fact.label.translated(), fact.value});
    return views;
}

QList<NoteView> noteViews(const StepFold &fold)
{
    QList<NoteView> views;
    for (const PersonNote &note : fold.notes)
        views.append({note.time, note.author, sentenceOf(note)});
    return views;
}

} // namespace Slipway
