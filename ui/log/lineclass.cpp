// SPDX-License-Identifier: MIT
#include "ui/log/lineclass.h"

#include <cstring>

namespace Slipway {

namespace {

constexpr qsizetype looked = 4096;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/// word, in small letters, stands at at; the letters after it may be a plural s.
bool hasWord(QByteArrayView line, qsizetype at, const char *word)
{
    const qsizetype length = qsizetype(std::strlen(word));
    if (at + length > line.size())
        return false;
    for (qsizetype i = 0; i < length; ++i) {
        if (lower(line[at + i]) != word[i])
            return false;
    }
    qsizetype after = at + length;
    if (after < line.size() && lower(line[after]) == 's')
        ++after;
    return after >= line.size() || (!isLetter(line[after]) && line[after] != '_');
}

/// "0 errors", "no warnings"
bool isDenied(QByteArrayView line, qsizetype at)
{
    if (at < 2 || line[at - 1] != ' ')
        return false;
    const QByteArrayView before = line.first(at - 1);
    const bool isZero =
        before.endsWith('0') &&
        (before.size() < 2 || before[before.size() - 2] < '0' || before[before.size() - 2] > '9');
    return isZero || before.endsWith("no") || before.endsWith("No") || before.endsWith("without");
}

/// A name such as error.py, error_count, or-errors is no error; "TypeError:" is.
bool beginsWord(QByteArrayView line, qsizetype at)
{
    if (at == 0)
        return true;
    const char before = line[at - 1];
    const bool isCamel = line[at] >= 'A' && line[at] <= 'Z' && before >= 'a' && before <= 'z';
    return isCamel || (!isLetter(before) && before != '_' && before != '-' && before != '/');
}

bool isFileName(QByteArrayView line, qsizetype at)
{
    while (at < line.size() && isLetter(line[at]))
        ++at;
    return at + 1 < line.size() && (line[at] == '.' || line[at] == '-' || line[at] == '/') &&
           isLetter(line[at + 1]);
}

LineClass wordAt(QByteArrayView line, qsizetype at)
{
    switch (lower(line[at])) {
    case 'e':
        return hasWord(line, at, "error") ? LineClass::Error : LineClass::Plain;
    case 'f':
        return hasWord(line, at, "failed") || hasWord(line, at, "fatal") ? LineClass::Error
                                                                         : LineClass::Plain;
    case 't':
        return hasWord(line, at, "traceback") ? LineClass::Error : LineClass::Plain;
    case 'w':
        return hasWord(line, at, "warning") || hasWord(line, at, "warn") ? LineClass::Warning
                                                                         : LineClass::Plain;
    case 's':
        return hasWord(line, at, "successfully") ? LineClass::Success : LineClass::Plain;
    default:
        return LineClass::Plain;
    }
}

} // namespace

LineClass classOf(QByteArrayView line)
{
    line = line.first(qMin(line.size(), looked));
    LineClass found = LineClass::Plain;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char c = lower(line[at]);
        if (c != 'e' && c != 'f' && c != 't' && c != 'w' && c != 's')
            continue;
        const LineClass here = wordAt(line, at);
        if (here <= found || !beginsWord(line, at) || isDenied(line, at) || isFileName(line, at))
            continue;
        found = here;
        if (found == LineClass::Error)
            return found;
    }
    if (found == LineClass::Plain && (line.startsWith("Step ") || line.startsWith(" ---> ")))
        return LineClass::Quiet;
    return found;
}

} // namespace Slipway
