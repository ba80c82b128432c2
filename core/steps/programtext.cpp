// SPDX-License-Identifier: MIT
#include "core/steps/programtext.h"

#include "core/checklist/types.h"

#include <QRegularExpression>

namespace Slipway {

QString quotedForShell(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./:=@%+,-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    inside.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inside + u'\'';
}

QString shownProgram(const QStringList &argv)
{
    QStringList words;
    for (const QString &argument : argv) {
        // A script given as an argument: its first line is enough to know it by.
        const qsizetype end = argument.trimmed().indexOf(u'\n');
        words.append(quotedForShell(end < 0 ? argument : argument.trimmed().left(end) + u'…'));
    }
    return words.join(u' ');
}

QString plainOutput(const QString &output)
{
    static const QRegularExpression sequences(
        QStringLiteral("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\\\)?"
                       "|\x1b[ -/]*[0-~]"));
    QString text = output;
    text.remove(sequences);
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        QString shown = line.endsWith(u'\r') ? line.chopped(1) : line;
        shown = shown.mid(shown.lastIndexOf(u'\r') + 1);
        for (QChar &character : shown) {
            if (character != u'\t' && isForbidden(character))
                character = QChar(QChar::ReplacementCharacter);
        }
        lines.append(shown);
    }
    return lines.join(u'\n');
}

} // namespace Slipway
