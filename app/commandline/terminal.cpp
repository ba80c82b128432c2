// SPDX-License-Identifier: MIT
#include "app/commandline/terminal.h"

#include "core/checklist/types.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <cstdio>
#include <unistd.h>

namespace Slipway {

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

/// The length of a colour sequence (ESC [ digits ; m) at this place; 0 if there is none.
qsizetype colourLength(const QString &text, qsizetype at)
{
    if (at + 1 >= text.size() || text[at] != QChar(0x1b) || text[at + 1] != u'[')
        return 0;
    for (qsizetype i = at + 2; i < text.size(); ++i) {
        if (text[i] == u'm')
            return i + 1 - at;
        if (!text[i].isDigit() && text[i] != u';')
            return 0;
    }
    return 0;
}

} // namespace

Terminal::Terminal(bool json) : m_json(json) {}

void Terminal::print(const QString &line) const
{
    write(stdout, line.toUtf8() + '\n');
}

void Terminal::print(const QJsonObject &object) const
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Terminal::printBytes(const QByteArray &bytes) const
{
    write(stdout, ::isatty(STDOUT_FILENO) ? safeForTerminal(bytes) : bytes);
}

void Terminal::say(const QString &sentence) const
{
    write(stderr, safeForTerminal(sentence.toUtf8()) + '\n');
}

void Terminal::fail(const Error &error) const
{
    if (m_json) {
        QJsonObject json = error.toJson();
        json.remove(QStringLiteral("pattern"));
        json.remove(QStringLiteral("arguments"));
        write(stderr, QJsonDocument(QJsonObject{{QStringLiteral("error"), json}})
                              .toJson(QJsonDocument::Compact) +
                          '\n');
        return;
    }
    const QString place =
        error.place().isValid() ? error.place().text() + QLatin1String(": ") : QString();
    say(QStringLiteral("slipway: ") + place + error.translated());
    if (!error.detail().isEmpty())
        say(error.detail());
}

QByteArray safeForTerminal(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QString safe;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (const qsizetype length = colourLength(text, i); length > 0) {
            safe += QStringView(text).mid(i, length);
            i += length - 1;
        } else if (c == u'\n' || c == u'\t' || c == u'\r' || !isForbidden(c)) {
            safe += c;
        } else if (c < QChar(0x20)) {
            safe += u'^';
            safe += QChar(c.unicode() + 0x40);
        } else {
            safe += QStringLiteral("<U+%1>").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        }
    }
    return safe.toUtf8();
}

} // namespace Slipway
