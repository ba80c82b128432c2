// SPDX-License-Identifier: MIT
// What a registry of images answers, which may be anybody: a body and headers, and the tags in
// them. Three parts: the body, the header Link, the header WWW-Authenticate.
#include "tests/fuzz/fuzz.h"

#include "core/registry/imagereference.h"
#include "core/registry/registryreplies.h"
#include "core/registry/tagchoice.h"

#include <algorithm>

using namespace Slipway;

namespace {

void lookAtTags(const QStringList &tags)
{
    for (const QString &tag : tags)
        Fuzz::mustHold(isImageTag(tag), "only tags are tags");
    const QString current = tags.value(0);
    const TagChoice choice = chooseTag(current, tags);
    Fuzz::mustHold(choice.next.isEmpty() || tags.contains(choice.next), "next is one of them");
    Fuzz::mustHold(choice.major.isEmpty() || tags.contains(choice.major), "major is one of them");
    Fuzz::mustHold(choice.next.isEmpty() || choice.next != choice.major, "they are two");
    for (const TagLeftOut &other : choice.others)
        Fuzz::mustHold(!other.why.isEmpty(), "what is left out has a reason");
    // The other way round the same is chosen, unless two tags say the same version.
    QStringList turned = tags;
    std::reverse(turned.begin(), turned.end());
    const TagChoice again = chooseTag(current, turned);
    Fuzz::mustHold(again.next.isEmpty() == choice.next.isEmpty(), "there is a next one or not");
    Fuzz::mustHold(again.major.isEmpty() == choice.major.isEmpty(), "there is a major one or not");
    // What was taken is not followed by itself.
    if (!choice.next.isEmpty())
        Fuzz::mustHold(chooseTag(choice.next, tags).next.isEmpty(), "next is the newest");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QList<QByteArray> parts = Fuzz::partsOf(Fuzz::bytesOf(data, size));
    const QByteArray body = parts[0];
    if (const auto tags = readTagPage(body))
        lookAtTags(*tags);
    lookAtTags([&body] {
        QStringList tags = tagsOfLines(body);
        tags.removeIf([](const QString &tag) { return !isImageTag(tag); });
        return tags.mid(0, 200);
    }());
    if (const auto token = readToken(body))
        Fuzz::mustHold(!token->contains('\n') && !token->contains('\r'), "a token is one line");
    Fuzz::mustHold(!readProblem(body).contains(u'\n'), "a problem is one line");
    const QUrl asked(QStringLiteral("https://r.example.org/v2/a/tags/list?n=2"));
    if (const auto next = readNextPage(parts.value(1).trimmed(), asked); next && *next)
        Fuzz::mustHold(isSameOrigin(**next, asked), "a list goes on where it began");
    const auto challenges = readChallenges(parts.value(2));
    for (const AuthChallenge &challenge : challenges) {
        const QUrl realm(challenge.parameters[QStringLiteral("realm")], QUrl::StrictMode);
        if (mayLoginAt(realm, asked))
            Fuzz::mustHold(realm.scheme() == u"https", "no password in the clear");
    }
    if (const auto reference = ImageReference::parse(QString::fromUtf8(body)))
        Fuzz::mustHold(ImageReference::parse(reference->name()).isOk(), "a full name is a name");
    if (const auto wait = readRetryAfter(parts.value(1), 0))
        Fuzz::mustHold(*wait >= 0, "nobody waits backwards");
    return 0;
}
