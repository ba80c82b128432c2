// SPDX-License-Identifier: MIT
#include "core/registry/tagchoice.h"

#include "core/registry/imagereference.h"
#include "core/registry/tagshape.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>

namespace Slipway {

namespace {

/// A tag that is newer, in a way that it could be taken.
struct Candidate
{
    QString tag;
    TagShape shape;
    bool changesMajor = false;
    bool changesWords = false;

    bool isNext() const { return !changesMajor && !changesWords; }
};

bool isBehind(const Candidate &one, const Candidate &other)
{
    const auto order = compareVersions(one.shape, other.shape);
    if (order != std::strong_ordering::equal)
        return order == std::strong_ordering::less;
    return compareWords(one.shape.words, other.shape.words) == WordsRelation::Later;
}

QString shownSuffix(const TagShape &shape)
{
    const QString suffix = shape.suffix();
    return suffix.isEmpty() ? QStringLiteral("-") : suffix;
}

class Chooser final
{
public:
    explicit Chooser(const QString &current) : m_current(current), m_shape(TagShape::of(current))
    {
        m_choice.current = current;
    }

    void look(const QString &tag)
    {
        const Message why = whyNot(tag);
        m_choice.others.append({tag, why}); // what is chosen is taken out at the end
    }

    TagChoice take()
    {
        if (const Candidate *next = newest([](const Candidate &one) { return one.isNext(); }))
            m_choice.next = next->tag;
        const Candidate *major =
            newest([](const Candidate &one) { return one.changesMajor && !one.changesWords; });
        if (major == nullptr)
            major = newest([](const Candidate &one) { return one.changesWords; });
        if (major != nullptr)
            m_choice.major = major->tag;
        for (const Candidate &candidate : std::as_const(m_candidates))
            m_reasons.insert(candidate.tag, whyAnother(candidate));
        m_choice.others.removeIf([this](const TagLeftOut &other) {
            return other.tag == m_choice.next || other.tag == m_choice.major;
        });
        for (TagLeftOut &other : m_choice.others) {
            if (const auto reason = m_reasons.constFind(other.tag); reason != m_reasons.cend())
                other.why = *reason;
        }
        return m_choice;
    }

private:
    /// Why the tag is out of the question whatever the others are; empty: it is a candidate.
    Message whyNot(const QString &tag)
    {
        if (!isImageTag(tag))
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "This is no tag."));
        if (isLatest(tag))
            return Message(QT_TRANSLATE_NOOP(
                "Slipway::Message", "Never chosen: what latest stands for changes by itself."));
        if (m_current.isEmpty())
            return Message(QT_TRANSLATE_NOOP(
                "Slipway::Message",
                "The image is named without a tag, so that none can be called newer."));
        if (!m_shape)
            return Message(QT_TRANSLATE_NOOP(
                               "Slipway::Message",
                               "%1, which is used now, is no version: none can be called newer."),
                           {m_current});
        const auto shape = TagShape::of(tag);
        if (!shape)
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "It does not say which version it is."));
        if (!shape->preRelease.isEmpty())
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Not a stable version: %1."),
                           {shape->preRelease});
        return whyNot(tag, *shape);
    }

    Message whyNot(const QString &tag, const TagShape &shape)
    {
        if (shape.form != m_shape->form || shape.isDate != m_shape->isDate || isFarOff(shape))
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "Its version is written otherwise than %1."),
                {m_current});
        const WordsRelation words = compareWords(m_shape->words, shape.words);
        if (words == WordsRelation::Other)
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Another suffix: %1, not %2."),
                           {shownSuffix(shape), shownSuffix(*m_shape)});
        const auto order = compareVersions(shape, *m_shape);
        if (order == std::strong_ordering::less)
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Older than %1."), {m_current});
        if (words == WordsRelation::Earlier)
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "It stands on an older base: %1, "
                                                                 "not %2."),
                           {shownSuffix(shape), shownSuffix(*m_shape)});
        if (order == std::strong_ordering::equal && words == WordsRelation::Same)
            return Message(QT_TRANSLATE_NOOP("Slipway::Message", "The same version as %1."),
                           {m_current});
        m_candidates.append(
            {tag, shape, shape.major() != m_shape->major(), words == WordsRelation::Later});
        return {};
    }

    /// 20250909 beside 8, or a build number: no version that follows.
    bool isFarOff(const TagShape &shape) const
    {
        return !shape.isDate && !shape.numbers.isEmpty() && shape.numbers[0] >= 1000 &&
               m_shape->numbers[0] < 100;
    }

    Message whyAnother(const Candidate &candidate) const
    {
        if (candidate.isNext())
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "Newer than %1, but %2 is newer still."),
                {m_current, m_choice.next});
        if (candidate.changesWords)
            return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "It changes the suffix, from %1 to %2, a decision of "
                                             "its own; %3 is the one to look at first."),
                           {shownSuffix(*m_shape), shownSuffix(candidate.shape), m_choice.major});
        return Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                         "It changes the major number, but %1 is newer still."),
                       {m_choice.major});
    }

    template <typename Of>
    const Candidate *newest(Of of) const
    {
        const Candidate *best = nullptr;
        for (const Candidate &candidate : m_candidates) {
            if (of(candidate) && (best == nullptr || isBehind(*best, candidate)))
                best = &candidate;
        }
        return best;
    }

    const QString m_current;
    const std::optional<TagShape> m_shape;
    QList<Candidate> m_candidates;
    QMap<QString, Message> m_reasons;
    TagChoice m_choice;
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject TagChoice::toJson() const
{
    QJsonArray left;
    for (const TagLeftOut &other : others)
        left.append(QJsonObject{{QStringLiteral("tag"), other.tag},
                                {QStringLiteral("why"), other.why.english()}});
    return {{QStringLiteral("current"), textOrNull(current)},
            {QStringLiteral("next"), textOrNull(next)},
            {QStringLiteral("major"), textOrNull(major)},
            {QStringLiteral("others"), left}};
}

TagChoice chooseTag(const QString &current, const QStringList &tags)
{
    Chooser chooser(current);
    QSet<QString> seen{current};
    for (const QString &tag : tags) {
        if (seen.contains(tag))
            continue;
        seen.insert(tag);
        chooser.look(tag);
    }
    return chooser.take();
}

QStringList tagsOfLines(const QByteArray &bytes)
{
    QStringList tags;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (const QString &line : lines) {
        const QString tag = line.trimmed();
        if (!tag.isEmpty() && !tag.startsWith(u'#'))
            tags.append(tag);
    }
    return tags;
}

} // namespace Slipway
