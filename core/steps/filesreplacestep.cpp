// SPDX-License-Identifier: MIT
#include "core/steps/filesreplacestep.h"

#include "core/steps/editplan.h"
#include "core/steps/parameters.h"
#include "core/steps/textreplacement.h"

namespace Slipway {

namespace {

KindSpec replaceSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("files.replace");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Replaces a text or whole lines in one file; every other byte "
                                  "stays as it is.");
    spec.parameters = {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The folder that \"file\" is below; else the "
                                                    "workspace.")),
        required(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The file, below \"in\".")),
        withDash(optional(QStringLiteral("find"), Type::Prose,
                          QT_TRANSLATE_NOOP("Slipway::Help", "The text to replace."))),
        withDash(optional(
            QStringLiteral("line"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "Instead of \"find\": a regular expression; each line that has it is "
                              "replaced whole."))),
        withDash(required(QStringLiteral("replace"), Type::Prose,
                          QT_TRANSLATE_NOOP("Slipway::Help", "What comes in its place."))),
        optional(
            QStringLiteral("regex"), Type::Flag,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "\"find\" is a regular expression, in which ^ and $ are a line's "
                              "ends; \\1 in \"replace\" is its first group.")),
        optional(QStringLiteral("count"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "How often it must be found: a number, or any. "
                                                    "Otherwise exactly once.")),
    };
    spec.outputs = {{QStringLiteral("path"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The file, absolute.")},
                    {QStringLiteral("count"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "How many places were replaced.")}};
    spec.evidence = {QStringLiteral("diff")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("file")}};
    return spec;
}

Result<TextReplacement> replacementOf(const Value::Map &with)
{
    TextReplacement what;
    const QString find = with[QStringLiteral("find")].text();
    const QString line = with[QStringLiteral("line")].text();
    if (find.isEmpty() == line.isEmpty())
        return Error(QStringLiteral("replace.find-or-line"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Say what to replace by one of \"find\" (a text) or "
                                       "\"line\" (an expression for the lines to replace)."));
    what.find = find.isEmpty() ? line : find;
    what.wholeLines = find.isEmpty();
    what.replacement = with[QStringLiteral("replace")].text();
    if (with[QStringLiteral("regex")].flag())
        what.how = TextReplacement::How::Expression;
    const QString count = with[QStringLiteral("count")].display();
    bool isNumber = false;
    const int number = count.toInt(&isNumber);
    if (count == u"any")
        what.count = std::nullopt;
    else if (isNumber && number > 0)
        what.count = number;
    else if (!count.isEmpty())
        return Error(QStringLiteral("replace.count-value"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"%1\" is no count: write a number from 1, or any."),
                     {count});
    return what;
}

} // namespace

FilesReplaceStep::FilesReplaceStep() : m_spec(replaceSpec()) {}

Result<Plan> FilesReplaceStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto what = replacementOf(with);
    if (!what)
        return what.error();
    const auto file = existingFile(with, context);
    if (!file)
        return file.error();
    const auto replaced = replaceText(file->bytes, *what, file->path.path());
    if (!replaced)
        return replaced.error();
    const auto edit = planEdit(context, file->path, file->bytes, replaced->bytes);
    if (!edit)
        return edit.error();
    Plan plan;
    plan.summary =
        replaced->bytes == file->bytes
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 reads as wanted already."),
                      {file->path.absolute()})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Replaces %1 places in %2."),
                      {QString::number(replaced->lines.size()), file->path.absolute()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), file->path.absolute()},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Replaced")), what->find},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "By")), what->replacement}};
    plan.edits = {*edit};
    auto finished =
        finishEditPlan(context, &plan,
                       {{QStringLiteral("path"), Value(file->path.absolute())},
                        {QStringLiteral("count"), Value(qint64(replaced->lines.size()))}});
    if (!finished)
        return finished.error();
    return plan;
}

Outcome FilesReplaceStep::act(const Intent &intent, const StepContext &context) const
{
    return actEdits(intent, context);
}

Finding FilesReplaceStep::probe(const Intent &intent, const StepContext &context) const
{
    return probeEdits(intent, context);
}

Result<std::optional<Plan>> FilesReplaceStep::undo(const Intent &done,
                                                   const StepContext &context) const
{
    return undoEdits(done, context);
}

} // namespace Slipway
