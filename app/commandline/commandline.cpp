// SPDX-License-Identifier: MIT
#include "app/commandline/verbs.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

QList<Verb> allVerbs()
{
    return runVerbs() + peopleVerbs() + resolveVerbs() + undoVerbs() + secretVerbs() + showVerbs() +
           verifyVerbs() + checklistVerbs() + trustVerbs() + packagesVerbs() + checkVerbs() +
           imagesVerbs() + imageChoiceVerbs();
}

QString help(const char *text)
{
    return QCoreApplication::translate("Slipway::Help", text);
}

void printUsage(const Terminal &terminal)
{
    terminal.print(help(QT_TRANSLATE_NOOP("Slipway::Help", "slipway            open the window\n"
                                                           "slipway VERB …     work without it; "
                                                           "slipway VERB --help says more")));
    terminal.print(QString());
    const QList<Verb> verbs = allVerbs();
    for (const Verb &verb : verbs)
        terminal.print(QStringLiteral("  %1 %2").arg(
            QStringLiteral("%1 %2")
                .arg(QLatin1String(verb.name), QString::fromUtf8(verb.arguments))
                .leftJustified(44),
            help(verb.help)));
}

Error wrongUse(const QString &what)
{
    return {QStringLiteral("usage"), QT_TRANSLATE_NOOP("Slipway::Error", "%1"), {what}};
}

int runVerb(const Verb &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(help(verb.help));
    const QCommandLineOption helpOption = parser.addHelpOption();
    const QCommandLineOption json(QStringLiteral("json"),
                                  help(QT_TRANSLATE_NOOP("Slipway::Help", "Print JSON.")));
    parser.addOption(json);
    parser.addOptions(verb.options);
    parser.addPositionalArgument(QStringLiteral("arguments"), {},
                                 QString::fromUtf8(verb.arguments));
    const bool isParsed = parser.parse(
        QStringList{QStringLiteral("slipway ") + QLatin1String(verb.name)} + arguments);
    Terminal terminal(parser.isSet(json));
    if (isParsed && parser.isSet(helpOption)) {
        terminal.print(parser.helpText());
        return Status::ok;
    }
    if (!isParsed) {
        terminal.fail(wrongUse(parser.errorText()));
        return Status::wrongUse;
    }
    const QStringList positional = parser.positionalArguments();
    if (positional.size() < verb.fewest || (verb.most >= 0 && positional.size() > verb.most)) {
        terminal.fail(
            wrongUse(QStringLiteral("usage: slipway %1 %2")
                         .arg(QLatin1String(verb.name), QString::fromUtf8(verb.arguments))));
        return Status::wrongUse;
    }
    Session session;
    Call call{session, terminal, parser, positional};
    return verb.run(call);
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    // `compare` is the window's, but its help needs none.
    const bool isCompare = arguments.value(1) == QLatin1String("compare") &&
                           !arguments.contains(QLatin1String("--help")) &&
                           !arguments.contains(QLatin1String("-h"));
    return arguments.size() > 1 && !isCompare;
}

int runCommandLine(const QStringList &arguments)
{
    const Terminal terminal;
    const QString name = arguments.value(1);
    if (name == QLatin1String("--help") || name == QLatin1String("-h") ||
        name == QLatin1String("help")) {
        printUsage(terminal);
        return Status::ok;
    }
    if (name == QLatin1String("--version")) {
        terminal.print(QStringLiteral("slipway " SLIPWAY_VERSION));
        return Status::ok;
    }
    const QList<Verb> verbs = allVerbs();
    for (const Verb &verb : verbs) {
        const QStringList words = QString::fromLatin1(verb.name).split(u' ');
        if (arguments.mid(1, words.size()) == words)
            return runVerb(verb, arguments.mid(1 + words.size()));
    }
    terminal.fail(
        wrongUse(QStringLiteral("unknown verb '%1'; `slipway --help` lists them").arg(name)));
    return Status::wrongUse;
}

std::optional<QString> openRun(Call &call, const QString &name)
{
    if (auto opened = call.session.open(); !opened) {
        call.terminal.fail(opened.error());
        return std::nullopt;
    }
    auto run = findRun(call.session.store(), name);
    if (!run) {
        call.terminal.fail(run.error());
        return std::nullopt;
    }
    return *run;
}

std::optional<StepKey> openStep(Call &call, const QString &run, const QString &name)
{
    auto key = call.session.people().stepNamed(run, name);
    if (!key) {
        call.terminal.fail(key.error());
        return std::nullopt;
    }
    return *key;
}

} // namespace Slipway
