// SPDX-License-Identifier: MIT
#include "app/commandline/rehearsaltext.h"

#include "core/base/textdiff.h"
#include "core/steps/programtext.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

constexpr int stateWidth = 12;

QString help(const char *text)
{
    return QCoreApplication::translate("Slipway::Help", text);
}

QString indented(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line.prepend(QString(stateWidth, u' '));
    return lines.join(u'\n');
}

QString diffOf(const FileEdit &edit, const ObjectStore &objects)
{
    const auto bytes = [&objects](const QString &digest) {
        return digest.isEmpty() ? QByteArray() : objects.read(digest).valueOr(QByteArray());
    };
    const QString file = edit.root + u'/' + edit.path;
    const QByteArray diff = unifiedDiff(bytes(edit.before), bytes(edit.after),
                                        edit.before.isEmpty() ? QStringLiteral("/dev/null") : file,
                                        edit.after.isEmpty() ? QStringLiteral("/dev/null") : file);
    QString text = QString::fromUtf8(diff);
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

QStringList rehearsedLines(const RehearsedStep &step, const ObjectStore &objects,
                           const QString &language)
{
    QStringList lines{QStringLiteral("  %1%2  (%3)")
                          .arg(stateName(step.state).leftJustified(stateWidth - 2),
                               step.title.in(language), step.key.text())};
    const auto add = [&lines](const QString &text) {
        if (!text.isEmpty())
            lines.append(indented(text));
    };
    if (step.needsGoAhead)
        add(help(QT_TRANSLATE_NOOP("Slipway::Help", "Waits for a go-ahead first.")));
    for (const Message &remark : step.remarks)
        add(remark.translated());
    if (!step.error.isEmpty())
        add(step.error.translated());
    add(step.summary.translated());
    for (const Fact &fact : step.facts) {
        if (!fact.value.isEmpty())
            add(QStringLiteral("· %1: %2").arg(fact.label.translated(), fact.value));
    }
    for (const QStringList &argv : step.commands)
        add(QStringLiteral("$ ") + shownProgram(argv));
    for (const QStringList &argv : step.questions)
        add(help(QT_TRANSLATE_NOOP("Slipway::Help", "would ask:")) + u' ' + shownProgram(argv));
    for (const FileEdit &edit : step.edits)
        add(diffOf(edit, objects));
    if (!step.undo.text.isEmpty())
        add(step.undo.text.translated());
    return lines;
}

QStringList rehearsalLines(const Rehearsal &rehearsal, const QString &language)
{
    QStringList lines{help(QT_TRANSLATE_NOOP("Slipway::Help", "Rehearsal: nothing is done.")) +
                      u' ' + rehearsal.title.in(language)};
    for (const RehearsedStage &stage : rehearsal.stages) {
        lines.append(QString());
        lines.append(stage.title.isEmpty() ? stage.name : stage.title.in(language));
        for (const RehearsedStep &step : stage.steps)
            lines += rehearsedLines(step, rehearsal.objects(), language);
    }
    return lines;
}

} // namespace Slipway
