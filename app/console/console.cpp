// SPDX-License-Identifier: MIT
#include "app/console/console.h"

#include "app/commandline/session.h"
#include "app/console/compareanswers.h"
#include "app/console/machinefacts.h"
#include "app/console/passrequests.h"
#include "app/translations/translations.h"
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/journal/sqlitestore.h"
#include "core/run/continuation.h"
#include "core/run/rehearser.h"
#include "core/run/runstarter.h"
#include "core/run/verify.h"
#include "core/secrets/keyring.h"
#include "core/steps/registry.h"
#include "ui/bridge/enginebridge.h"
#include "ui/pages/runpage.h"
#include "ui/pages/runrequests.h"
#include "ui/pages/secretfact.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCollator>
#include <QProcess>
#include <QStandardPaths>
#include <algorithm>

namespace Slipway {

namespace {

// Most of what runs there waits: for programs, for a keyring that asks to be unlocked. Nothing
// else is to wait for that.
constexpr int poolThreads = 8;
const QString languageKey = QStringLiteral("language");
const QString themeKey = QStringLiteral("theme");

QString languageOf(const QSettings &settings)
{
    return settings.value(languageKey, Translations::systemLanguage()).toString();
}

/// As people look for them, whatever their files are called.
void sortByTitle(QList<ChecklistCard> &cards, const QString &language)
{
    const QCollator collator{QLocale(language)};
    std::sort(cards.begin(), cards.end(),
              [&collator](const ChecklistCard &left, const ChecklistCard &right) {
                  return collator.compare(left.title, right.title) < 0;
              });
}

/// A checklist as it was read, and whether it may run.
struct Opened
{
    Checklist checklist;
    TrustQuestion question;
};

/// The terminal that Debian's alternatives name, else one of the common ones.
QString terminalProgram()
{
    for (const char *name : {"x-terminal-emulator", "gnome-terminal", "konsole", "xterm"}) {
        const QString path = QStandardPaths::findExecutable(QLatin1String(name));
        if (!path.isEmpty())
            return path;
    }
    return {};
}

/// The inputs that the sample was laid down with, when it is named in the environment.
void openSample(Console &console)
{
    const QString sample = qEnvironmentVariable("SLIPWAY_SAMPLE");
    if (sample.isEmpty())
        return;
    const auto bytes = readFile(sample + QLatin1String("/inputs.json"));
    const auto inputs = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(bytes.error());
    if (inputs)
        console.openChecklist(QStringLiteral("package-update"), Value::fromJson(*inputs).map());
    else
        console.window().showNotice(inputs.error());
}

} // namespace

Console::Console(Places places, Theme &theme)
    : m_places(std::move(places))
    , m_secrets(std::make_unique<Keyring>())
    , m_settings(std::make_unique<QSettings>(m_places.config() + QLatin1String("/window.ini"),
                                             QSettings::IniFormat))
{
    m_pool.setMaxThreadCount(poolThreads);
    registerBuiltinKinds(m_kinds);
    theme.setMode(Theme::modeNamed(m_settings->value(themeKey).toString()));
    const ObjectStore objects(m_places.objects());
    m_window = std::make_unique<MainWindow>(
        WindowServices{&m_clock, [objects](const QString &digest) { return objects.read(digest); },
                       m_settings.get(), &theme, compareServices(m_places)});
    m_engine = std::make_unique<EngineBridge>(m_places, m_kinds, m_clock, localAuthor());
    m_engine->call([secrets = &m_secrets](Engine &engine) { engine.setSecrets(secrets); });
    connectEngine();
    connectRuns();
    connectQuestions();
    setLanguage(languageOf(*m_settings));
}

Console::~Console()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Console::show()
{
    m_window->show();
}

void Console::compare(const QStringList &sources)
{
    m_window->showCompare(sources);
}

template <typename Ask, typename Then>
void Console::inPool(Ask question, Then then)
{
    m_pool.start([this, question = std::move(question), then = std::move(then)] {
        QMetaObject::invokeMethod(
            this, [answer = question(), then] { then(answer); }, Qt::QueuedConnection);
    });
}

void Console::connectEngine()
{
    MainWindow *window = m_window.get();
    connect(m_engine.get(), &EngineBridge::runChanged, window, &MainWindow::updateRun);
    connect(m_engine.get(), &EngineBridge::homeChanged, window, &MainWindow::setHome);
    connect(m_engine.get(), &EngineBridge::undoPreviewed, window->run(), &RunPage::setUndoPreview);
    connect(m_engine.get(), &EngineBridge::continuationPreviewed, this, &Console::showContinuation);
    connect(m_engine.get(), &EngineBridge::outputsNeeded, window->run(),
            [window](const QString &run, const StepKey &key, const QStringList &names,
                     const Error &why) {
                window->run()->askForOutputs(run, key.step, key.instance, names, why.translated());
            });
    connect(m_engine.get(), &EngineBridge::failed, this, &Console::showProblem);
    connect(m_engine.get(), &EngineBridge::runStarted, window,
            [window](const QString &run) { window->expectRun(run); });
}

void Console::connectRuns()
{
    MainWindow *window = m_window.get();
    EngineBridge *engine = m_engine.get();
    connect(window, &MainWindow::startRun, this, &Console::startRun);
    connect(window, &MainWindow::rehearse, this, &Console::rehearse);
    connect(window, &MainWindow::openRun, engine,
            [engine](const QString &run) { engine->call([run](Engine &e) { e.watchRun(run); }); });
    connect(window, &MainWindow::leaveRun, engine, [engine](const QString &run) {
        engine->call([run](Engine &e) { e.stopWatching(run); });
    });
    connect(window, &MainWindow::refreshHome, engine,
            [engine] { engine->call([](Engine &e) { e.refreshHome(); }); });
    passRunRequests(window->requests(), engine);
}

void Console::connectQuestions()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::openChecklist, this,
            [this](const QString &file) { openChecklist(file); });
    connect(window, &MainWindow::trusted, this, &Console::trust);
    connect(window, &MainWindow::lookAtMachine, this, &Console::lookAtMachine);
    connect(window, &MainWindow::checkDirectory, this, &Console::checkDirectory);
    connect(window->requests(), &RunRequests::openFollowUp, this, &Console::openChecklist);
    connect(window, &MainWindow::lookForSecrets, this, &Console::lookForSecrets);
    connect(window, &MainWindow::keepSecret, this, &Console::keepSecret);
    connect(window, &MainWindow::forgetSecret, this, &Console::forgetSecret);
    connect(window->requests(), &RunRequests::openTerminal, this,
            [this](const QString &run) { openTerminal(run); });
    connect(window->requests(), &RunRequests::previewContinuation, this,
            &Console::previewContinuation);
    connect(window->requests(), &RunRequests::verifyRun, this, &Console::verify);
    connect(window, &MainWindow::languageChosen, this, &Console::setLanguage);
}

void Console::setLanguage(const QString &language)
{
    m_settings->setValue(languageKey, language);
    m_translations.install(language);
    m_window->setLanguage(language);
    m_engine->call([language](Engine &engine) { engine.setLanguage(language); });
    listChecklists();
}

void Console::listChecklists()
{
    const QString language = languageOf(*m_settings);
    inPool(
        [language, catalogue = m_kinds.catalogue()] {
            QList<ChecklistCard> cards;
            const QStringList names = Session::bundled();
            for (const QString &name : names) {
                const auto document = Session::document(name);
                const auto checklist =
                    document ? loadChecklist(document->bytes, document->file, catalogue)
                             : Result<Checklist>(document.error());
                if (checklist)
                    cards.append({name, checklist->title.in(language), checklist->help.in(language),
                                  QString()});
            }
            sortByTitle(cards, language);
            return cards;
        },
        [this](const QList<ChecklistCard> &cards) { m_window->setChecklists(cards); });
}

void Console::openChecklist(const QString &nameOrFile, const Value::Map &given)
{
    m_given = given;
    m_returnTo.clear();
    inPool(
        [nameOrFile, places = m_places, catalogue = m_kinds.catalogue()]() -> Result<Opened> {
            const auto document = Session::document(nameOrFile);
            if (!document)
                return document.error();
            const auto checklist = loadChecklist(document->bytes, document->file, catalogue);
            if (!checklist)
                return checklist.error();
            return Opened{*checklist, TrustQuestion::of(*checklist, document->bytes, catalogue,
                                                        TrustStore(places))};
        },
        [this, given](const Result<Opened> &opened) {
            if (!opened) {
                m_window->showNotice(opened.error());
            } else if (!opened->question.isTrusted()) {
                m_window->showTrust(opened->question);
            } else {
                m_window->showInputs(opened->checklist, given);
                lookAtMachine();
            }
        });
}

/// Opened anew: whoever changed the file meanwhile is asked about again.
void Console::trust(const TrustQuestion &question)
{
    const TrustRecord record = question.record(localAuthor(), m_clock.now());
    inPool([places = m_places, record] { return TrustStore(places).trust(record); },
           [this, file = record.bundle.file](const Result<void> &trusted) {
               if (!trusted)
                   m_window->showNotice(trusted.error());
               else if (m_returnTo.isEmpty())
                   openChecklist(file, m_given);
               else
                   Q_EMIT m_window->requests()->openRun(m_returnTo, {}, {});
           });
}

/// Where the changed checklist is not trusted, that is asked first; then the run is shown again.
void Console::showContinuation(const CarryPreview &preview)
{
    m_window->run()->setCarryPreview(preview);
    if (!TrustStore::isRefusal(preview.problem))
        return;
    openChecklist(preview.request.file, preview.request.inputs);
    m_returnTo = preview.run;
}

/// A checklist that is not trusted, or not any more, is asked about; all else is said.
void Console::showProblem(const Error &error)
{
    if (TrustStore::isRefusal(error))
        openChecklist(error.arguments().value(0), m_given);
    else
        m_window->showNotice(error);
}

void Console::startRun(const QString &file, const Value::Map &inputs, bool stepByStep)
{
    m_given = inputs;
    inPool([file] { return readFile(file, 1024 * 1024 + 1); },
           [this, file, inputs, stepByStep](const Result<QByteArray> &bytes) {
               if (!bytes) {
                   m_window->showNotice(bytes.error());
                   return;
               }
               m_engine->call([=, bytes = *bytes](Engine &engine) {
                   engine.startRun({bytes, file, inputs}, stepByStep ? 1 : -1);
               });
           });
}

/// In the pool, not in the engine's thread: reading the files of a large folder takes a while,
/// and runs go on meanwhile.
void Console::rehearse(const QString &file, const Value::Map &inputs)
{
    m_given = inputs;
    const RunServices services{m_places, nullptr, &m_kinds, &m_clock, {}, localAuthor()};
    inPool(
        [file, inputs, services, stop = m_stop.get_token()]() -> Result<Rehearsal> {
            const auto bytes = readFile(file, 1024 * 1024 + 1);
            if (!bytes)
                return bytes.error();
            return Rehearser(services, stop).rehearse({*bytes, file, inputs});
        },
        [this](const Result<Rehearsal> &rehearsal) {
            if (rehearsal)
                m_window->showRehearsal(*rehearsal);
            else
                showProblem(rehearsal.error());
        });
}

void Console::lookAtMachine()
{
    inPool([] { return machineFacts(); },
           [this](const QList<MachineFact> &facts) { m_window->setMachine(facts); });
}

void Console::checkDirectory(const QString &path)
{
    inPool([path] { return directoryFact(path); },
           [this, path](const DirectoryFact &fact) { m_window->setDirectoryFact(path, fact); });
}

void Console::lookForSecrets(const QString &checklist, const QStringList &names)
{
    inPool([this, checklist, names] { return m_secrets.find(checklist, names); },
           [this, checklist](const SecretKeeper::Found &found) {
               for (auto it = found.homes.cbegin(); it != found.homes.cend(); ++it)
                   m_window->setSecretFact(checklist, it.key(), {*it, found.problem.translated()});
           });
}

/// At once in memory, so that a run that starts now has it; then in the keyring, which may take
/// its time.
void Console::keepSecret(const QString &checklist, const QString &name, const QString &value)
{
    m_secrets.keepForSession(checklist, name, value);
    m_window->setSecretFact(checklist, name, {SecretKeeper::Home::Session, {}});
    m_engine->call([](Engine &engine) { engine.lookForSecrets(); });
    inPool([this, checklist, name, value] { return m_secrets.keep(checklist, name, value); },
           [this, checklist, name](const SecretKeeper::Kept &kept) {
               m_window->setSecretFact(checklist, name, {kept.home, kept.problem.translated()});
           });
}

void Console::forgetSecret(const QString &checklist, const QString &name)
{
    inPool([this, checklist, name] { return m_secrets.forget(checklist, name); },
           [this, checklist, name](const Result<void> &forgotten) {
               if (!forgotten)
                   m_window->showNotice(forgotten.error());
               lookForSecrets(checklist, {name});
           });
}

/// A file that was chosen is read here; the run's own is the engine's affair.
void Console::previewContinuation(const QString &run, const QString &file, const Value::Map &inputs)
{
    const auto ask = [this, run](const NewRunRequest &request) {
        m_engine->call([=](Engine &engine) { engine.previewContinuationOf(run, request); });
    };
    if (file.isEmpty()) {
        ask({{}, {}, inputs});
        return;
    }
    inPool([file] { return readFile(file, 1024 * 1024 + 1); },
           [this, run, file, inputs, ask](const Result<QByteArray> &bytes) {
               if (bytes)
                   ask({*bytes, file, inputs});
               else
                   m_window->run()->setCarryPreview({run, {}, {{}, file, inputs}, bytes.error()});
           });
}

/// In the pool, with the journal opened for itself: all events and objects are read.
void Console::verify(const QString &run)
{
    inPool([places = m_places, run] { return verifyRun(places, run); },
           [this, run](const Result<VerifyReport> &report) {
               m_window->run()->setVerifyReport(run, report);
           });
}

void Console::openTerminal(const QString &run)
{
    // A run that continues another works in the folder of the first.
    const RunView &shown = m_window->run()->run();
    const QString folder = shown.id == run ? shown.workspace : m_places.workspace(run);
    const QString program = terminalProgram();
    if (program.isEmpty())
        m_window->showNotice(
            Error(QStringLiteral("terminal.none"),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "No terminal was found. The run's files are in %1."),
                  {folder}));
    else
        QProcess::startDetached(program, {}, folder);
}

int runConsole(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    QApplication::setApplicationDisplayName(QStringLiteral("Slipway"));
    QApplication::setDesktopFileName(QStringLiteral("slipway"));
    Theme theme;
    Console console(Places::fromEnvironment(), theme);
    console.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("compare"))
        console.compare(arguments.mid(2));
    else
        openSample(console);
    return QApplication::exec();
}

} // namespace Slipway
