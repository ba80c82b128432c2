// SPDX-License-Identifier: MIT
// How often a step is tried and how often it asks: `retry` and `poll`.
#include "core/checklist/checklistreader.h"

namespace Slipway {

namespace {

constexpr int mostAttempts = 20;
constexpr int mostBackoff = 10;
constexpr qint64 shortestPollMs = 1000;

} // namespace

qint64 ChecklistReader::readDuration(const YamlNode &node, qint64 least, qint64 most)
{
    const auto duration = durationMs(m_reader.text(node));
    if (!duration)
        m_reader.fail(duration.error(), node.place());
    else if (*duration < least || *duration > most)
        m_reader.fail(Error(QStringLiteral("checklist.duration-range"),
                            QT_TRANSLATE_NOOP("Slipway::Error",
                                              "A time from %1 to %2 seconds is expected here."),
                            {QString::number(least / 1000), QString::number(most / 1000)}),
                      node.place());
    return duration.valueOr(0);
}

void ChecklistReader::readRetry(StepSpec &step, const YamlNode &node)
{
    RetrySpec retry;
    const bool isMap = m_reader.readKeys(
        node, "'retry'",
        {{"attempts",
          [&](const YamlNode &value) { retry.attempts = m_reader.number(value, 2, mostAttempts); },
          true},
         {"wait",
          [&](const YamlNode &value) {
              retry.waitMs = readDuration(value, 0, RetrySpec::longestWaitMs);
          }},
         {"backoff",
          [&](const YamlNode &value) { retry.backoff = m_reader.number(value, 1, mostBackoff); }}});
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
              poll.everyMs = readDuration(value, shortestPollMs, RetrySpec::longestWaitMs);
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
