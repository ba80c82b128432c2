// SPDX-License-Identifier: MIT
#include "core/trust/trustwords.h"

#include "core/base/clock.h"
#include "core/trust/harmless.h"

namespace Slipway::TrustWords {

namespace {

/// "2026-11-19 14:02 UTC": to the minute is enough to remember it by.
QString minuteOf(qint64 at)
{
    return isoTime(at).left(16).replace(u'T', u' ') + QLatin1String(" UTC");
}

} // namespace

Message title(Reach what)
{
    switch (what) {
    case Reach::Program:
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Programs"));
    case Reach::Host:
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Servers"));
    case Reach::Path:
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Files and folders"));
    case Reach::Image:
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Container images"));
    case Reach::Secret:
        break;
    }
    return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Secrets"));
}

Message standing(const TrustQuestion &question)
{
    if (question.shipsWithSlipway())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "It comes with Slipway and may run."));
    const QString code = question.refusal.code();
    if (code == QLatin1String("trust.damaged") || code == QLatin1String("trust.open"))
        return Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "That it was trusted once is not believed: what Slipway "
                                "kept of it is damaged, or others could have written it."));
    if (!question.before)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "It did not come with Slipway, and nobody trusted it on "
                                         "this machine yet. Nothing of it runs before."));
    const QStringList when{harmless(question.before->by), minuteOf(question.before->at)};
    if (question.isTrusted())
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 trusted it on %2; it may run."),
                       when);
    return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                     "%1 trusted it on %2, and it is not the same any more. What "
                                     "it would touch now and did not then has a + before it."),
                   when);
}

QList<Message> warnings(const Touches &touches)
{
    QList<Message> all;
    if (touches.usesEngine)
        all.append(Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "It uses the engine of containers: whoever may do that can do "
                                "everything on this machine, as root.")));
    if (touches.usesShell)
        all.append(Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "It runs shell text: read it as you would read a script.")));
    return all;
}

Message limits()
{
    return Message(QT_TRANSLATE_NOOP(
        "Slipway::Message",
        "Trusted are the bytes of the checklist and of what it includes, in this place. What the "
        "programs and scripts do that it starts, and the hooks of the repositories it works in, "
        "is up to them."));
}

} // namespace Slipway::TrustWords
