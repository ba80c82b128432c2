// SPDX-License-Identifier: MIT
// How often a step is tried and how often it asks: `retry` and `poll`.
#include "core/checklist/checklistreader.h"
#include "core/checklist/retrylimits.h"

namespace Slipway {

using namespace RetryLimits;

/// True if it is settled by inputs, or by the parameters of a group: it is kept for then.
bool ChecklistReader::isForLater(StepSpec &step, const QString &what, const YamlNode &node)
{
    if (!node.isScalar() || !node.text().contains(QLatin1String("${{")))
        return false;
    step.unsettled.insert(what, m_reader.templated(node));
    return true;
}

/// What no input has a part in, such as a parameter of a group that was given as it is.
void ChecklistReader::settleAtOnce(StepSpec &step)
{
    const QMap<QString, Template> open = step.unsettled;
    for (auto it = open.cbegin(); it != open.cend(); ++it) {
        if (!it->references().isEmpty())
            continue;
        step.unsettled.remove(it.key());
        const auto value = it->evaluate({});
        const auto done = value ? settle(step, it.key(), *value) : Result<void>(value.error());
        if (!done)
            m_reader.fail(done.error(), it->place());
    }
}

/// A title. What waits for an input is shown by its name until then.
LocalizedText ChecklistReader::readTitle(StepSpec &step, const YamlNode &node)
{
    QMap<QString, QString> texts = m_reader.localized(node).byLanguage();
    const auto keep = [&](const QString &language, const YamlNode &text) {
        const QString name = QStringLiteral("title.") + language;
        if (!isForLater(step, name, text))
            return;
        QString shown;
        for (const Template::Part &part : step.unsettled[name].parts())
            shown +=
                part.expression ? u'‹' + part.expression->text().trimmed() + u'›' : part.literal;
        texts[language] = shown;
    };
    if (node.isMap()) {
        for (const YamlMember &member : node.members())
            keep(member.key, member.value);
    } else {
        keep(QStringLiteral("en"), node);
    }
    return LocalizedText(texts);
}

qint64 ChecklistReader::readDuration(const YamlNode &node, qint64 least, qint64 most)
{
    const auto duration = durationMs(m_reader.text(node));
    if (!duration)
        m_reader.fail(duration.error(), node.place());
    else if (*duration < least || *duration > most)
        m_reader.fail(outside(least, most), node.place());
    return duration.valueOr(0);
}

void ChecklistReader::readRetry(StepSpec &step, const YamlNode &node)
{
    RetrySpec retry;
    const bool isMap =
        m_reader.readKeys(node, "'retry'",
                          {{"attempts",
                            [&](const YamlNode &value) {
                                retry.attempts =
                                    isForLater(step, QStringLiteral("retry.attempts"), value)
                                        ? mostAttempts
                                        : m_reader.number(value, 2, mostAttempts);
                            },
                            true},
                           {"wait",
                            [&](const YamlNode &value) {
                                if (!isForLater(step, QStringLiteral("retry.wait"), value))
                                    retry.waitMs = readDuration(value, 0, RetrySpec::longestWaitMs);
                            }},
                           {"backoff", [&](const YamlNode &value) {
                                if (!isForLater(step, QStringLiteral("retry.backoff"), value))
                                    retry.backoff = m_reader.number(value, 1, mostBackoff);
                            }}});
    if (isMap)
        step.retry = retry;
}

void ChecklistReader::readPoll(StepSpec &step, const YamlNode &node)
{
    PollSpec poll;
    std::optional<Expression> until;
    const bool isMap = m_reader.readKeys(
        node, "'poll'",
        {{"every",
          [&](const YamlNode &value) {
              poll.everyMs = isForLater(step, QStringLiteral("poll.every"), value)
                                 ? shortestPollMs
                                 : readDuration(value, shortestPollMs, RetrySpec::longestWaitMs);
          },
          true},
         {"until", [&](const YamlNode &value) { until = m_reader.condition(value); }, true},
         {"fails", [&](const YamlNode &value) { poll.fails = m_reader.condition(value); }}});
    if (!isMap || !until)
        return; // said already
    poll.until = *until;
    step.poll = poll;
}

} // namespace Slipway
