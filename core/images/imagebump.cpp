// SPDX-License-Identifier: MIT
#include "core/images/imagebump.h"

#include <algorithm>
#include <map>

namespace Slipway {

namespace {

QStringList servicesOf(const ComposeImage &place)
{
    return QStringList{place.service} + place.others;
}

bool isWished(const ComposeImage &place, const BumpWish &wish)
{
    if (wish.isLinkedAlone && place.link.isEmpty())
        return false;
    const QStringList services = servicesOf(place);
    return wish.only.isEmpty() ||
           std::any_of(services.begin(), services.end(),
                       [&wish](const QString &service) { return wish.only.contains(service); });
}

/// What a person said about any service that uses the place.
QString takenFor(const ComposeImage &place, const BumpWish &wish)
{
    const QStringList services = servicesOf(place);
    for (const QString &service : services) {
        if (wish.taken.contains(service))
            return wish.taken[service];
    }
    return {};
}

Result<void> checkServices(const QList<ComposeImage> &places, const BumpWish &wish)
{
    QStringList known;
    for (const ComposeImage &place : places)
        known += servicesOf(place);
    const QStringList named = wish.only + wish.taken.keys();
    for (const QString &service : named) {
        if (!known.contains(service))
            return Error(QStringLiteral("images.no-service"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "No service %1 with an image stands in this file. It "
                                           "has: %2."),
                         {service, known.join(QLatin1String(", "))});
    }
    return {};
}

Error badTag(const QString &tag)
{
    return {QStringLiteral("images.bad-tag"),
            QT_TRANSLATE_NOOP("Slipway::Error", "\"%1\" is no tag of an image."),
            {tag.left(200)}};
}

/// Asks about each image once, however many services use it.
class Planner final
{
public:
    Planner(const BumpWish &wish, const TagSource &source) : m_wish(wish), m_source(source) {}

    ImageBump plan(const ComposeImage &place)
    {
        ImageBump bump;
        bump.place = place;
        if (const auto looked = look(&bump); !looked)
            bump.error = looked.error();
        return bump;
    }

private:
    Result<void> look(ImageBump *bump)
    {
        const ComposeImage &place = bump->place;
        const bool hasDigest = place.digest.end > place.digest.begin;
        if (place.uneditable && !(hasDigest && m_source.digest && !place.isBuilt))
            return *place.uneditable;
        const auto image = ImageReference::parse(place.image);
        if (!image)
            return image.error();
        const QString taken = takenFor(place, m_wish);
        bump->isDecided = !taken.isEmpty();
        if (const auto chosen = bump->isDecided ? decided(taken) : looked(bump, *image); !chosen)
            return chosen.error();
        else if (*chosen != place.tagText())
            bump->tag = *chosen;
        return hasDigest && !bump->tag.isEmpty() ? lookAtDigest(bump, *image) : Result<void>();
    }

    /// Nobody is asked about what a person decided.
    static Result<QString> decided(const QString &tag)
    {
        return isImageTag(tag) ? Result<QString>(tag) : badTag(tag);
    }

    Result<QString> looked(ImageBump *bump, const ImageReference &image)
    {
        const auto tags = tagsOf(image);
        if (!tags)
            return tags.error();
        bump->isAsked = true;
        bump->choice = chooseTag(bump->place.tagText(), *tags);
        return bump->choice.next;
    }

    Result<void> lookAtDigest(ImageBump *bump, ImageReference image) const
    {
        image.tag = bump->tag;
        image.digest.clear();
        const auto digest = m_source.digest(image);
        if (!digest)
            bump->tag.clear(); // the old digest beside a new tag would be a lie
        else
            bump->digest = *digest;
        return digest ? Result<void>() : digest.error();
    }

    Result<QStringList> tagsOf(const ImageReference &image)
    {
        if (!m_asked.contains(image.name()))
            m_asked.emplace(image.name(), m_source.tags(image));
        return m_asked.at(image.name());
    }

    const BumpWish &m_wish;
    const TagSource &m_source;
    std::map<QString, Result<QStringList>> m_asked;
};

} // namespace

TagSource TagSource::ofLines(const QByteArray &lines)
{
    const QStringList texts = tagsOfLines(lines);
    return {[texts](const ImageReference &image) -> Result<QStringList> {
        QStringList found;
        for (const QString &text : texts) {
            if (!text.contains(u':')) {
                found.append(text);
                continue;
            }
            const auto named = ImageReference::parse(text);
            if (!named)
                return named.error();
            if (named->name() == image.name())
                found.append(named->tag);
        }
        return found;
    }};
}

Result<QList<ImageBump>> planBumps(const QByteArray &compose, const BumpWish &wish,
                                   const TagSource &source)
{
    const auto places = composeImages(compose);
    if (!places)
        return places.error();
    if (const auto checked = checkServices(*places, wish); !checked)
        return checked.error();
    Planner planner(wish, source);
    QList<ImageBump> bumps;
    for (const ComposeImage &place : *places) {
        if (isWished(place, wish))
            bumps.append(planner.plan(place));
    }
    return bumps;
}

Result<QByteArray> withBumps(const QByteArray &compose, const QList<ImageBump> &bumps)
{
    QList<ImageTagChange> changes;
    for (const ImageBump &bump : bumps) {
        if (!bump.tag.isEmpty())
            changes.append({bump.place.tag, bump.tag.toUtf8(), bump.digest.toUtf8()});
    }
    return withImageTags(compose, changes);
}

} // namespace Slipway
