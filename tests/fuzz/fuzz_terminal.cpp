// SPDX-License-Identifier: MIT
// Output of programs that may be hostile, through everything that takes terminal sequences out of
// it: the supervisor, the steps that look for something in it, and the view of the log.
#include "tests/fuzz/fuzz.h"

#include "app/slipway-exec/linewatch.h"
#include "app/slipway-exec/plaintext.h"
#include "app/slipway-exec/utf8.h"
#include "core/checklist/types.h"
#include "core/steps/programtext.h"
#include "ui/log/logline.h"

#include <algorithm>

using namespace Slipway;

namespace {

/// What a terminal would obey, or what would turn the reader's eye.
bool isHarmless(QChar character)
{
    return !isForbidden(character);
}

void supervise(std::string_view bytes)
{
    const std::string shown = Exec::withoutEscapes(bytes);
    Fuzz::mustHold(shown.size() <= bytes.size(), "nothing is added");
    for (const char c : shown)
        Fuzz::mustHold((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) || c == '\t' ||
                           c == '\r',
                       "the supervisor leaves no control character");
    Fuzz::mustHold(Exec::withoutEscapes(shown) == shown, "what is plain stays");
    Exec::validUtf8(bytes);
    static const auto pattern = Exec::Pattern::compile("[a-z]+ \\[yes/no\\]");
    Exec::LineWatch whole(pattern);
    Exec::LineWatch piecewise(pattern);
    const bool isFound = whole.output(bytes);
    bool isFoundInPieces = false;
    for (std::size_t at = 0; at < bytes.size(); at += 3)
        isFoundInPieces = piecewise.output(bytes.substr(at, 3)) || isFoundInPieces;
    Fuzz::mustHold(isFoundInPieces || !isFound, "a line is found however it comes");
}

void scan(const QByteArray &bytes)
{
    const QString plain = plainOutput(QString::fromUtf8(bytes));
    Fuzz::mustHold(std::all_of(plain.cbegin(), plain.cend(),
                               [](QChar c) { return c == u'\t' || c == u'\n' || isHarmless(c); }),
                   "a step sees no control character");
    Fuzz::mustHold(plainOutput(plain) == plain, "what is plain stays");
}

void show(const QByteArray &bytes)
{
    const LogLine line = LogLine::fromBytes(bytes);
    Fuzz::mustHold(std::all_of(line.text.cbegin(), line.text.cend(), isHarmless),
                   "the view shows no control character");
    qsizetype end = 0;
    for (const LogRun &run : line.runs) {
        Fuzz::mustHold(run.from >= end && run.length > 0, "runs follow one another");
        end = run.from + run.length;
        Fuzz::mustHold(run.style.ink >= LogStyle::none && run.style.ground >= LogStyle::none,
                       "a colour is one");
    }
    Fuzz::mustHold(end <= line.text.size(), "runs stay inside the line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    supervise({bytes.constData(), std::size_t(bytes.size())});
    scan(bytes);
    for (const QByteArray &line : bytes.split('\n'))
        show(line);
    return 0;
}
