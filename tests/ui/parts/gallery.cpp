// SPDX-License-Identifier: MIT
// Draws the parts, as pages use them, to PNG files in the folder named on the command line.
#include "core/base/clock.h"
#include "ui/diff/diffview.h"
#include "ui/log/logpane.h"
#include "ui/log/logview.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/copybox.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/facttable.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/personrow.h"
#include "ui/parts/progressline.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/railview.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/sectionheading.h"
#include "ui/parts/tabbar.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/titleblock.h"
#include "ui/parts/togglechip.h"
#include "ui/parts/topbar.h"
#include "ui/table/packagetable.h"
#include "ui/theme/stateicon.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTimer>

using namespace Slipway;

namespace {

class FixedClock final : public Clock
{
public:
    qint64 now() const override { return 1'800'000'000'000; }
};

const FixedClock fixedClock;

StepView step(const QString &title, StepState state, qint64 seconds = -1)
{
    StepView view;
    view.id = title;
    view.title = title;
    view.state = state;
    if (seconds >= 0) {
        view.startedAt = fixedClock.now() - seconds * 1000;
        view.finishedAt = state == StepState::Running ? 0 : fixedClock.now();
    }
    return view;
}

RunView sampleRun()
{
    RunView run;
    run.id = QStringLiteral("7f3aqwertyui");
    run.title = QStringLiteral("Update packages");
    run.author = QStringLiteral("ana");
    run.state = RunState::Running;
    run.done = 41;
    run.total = 68;
    run.expectedLeftMs = 12 * 60'000;
    const auto done = StepState::Succeeded;
    run.stages.append({{},
                       QStringLiteral("Prepare"),
                       4,
                       4,
                       {step(QStringLiteral("Clone the forks"), done, 21),
                        step(QStringLiteral("Create atualizar_pacotes"), done, 1)}});
    run.stages.append({QStringLiteral("b"),
                       QStringLiteral("Take versions out"),
                       5,
                       5,
                       {step(QStringLiteral("Strip pinned versions"), done, 2),
                        step(QStringLiteral("Choose image tags"), StepState::Skipped),
                        step(QStringLiteral("Build the library wheel"), StepState::Failed, 34)}});
    StepView build = step(QStringLiteral("Build and start the stack"), StepState::Running, 372);
    for (const auto &[name, seconds, state] :
         {std::tuple("api", 160, done), std::tuple("model-registry", 185, done),
          std::tuple("worker-pub", 27, StepState::Running)}) {
        StepView instance = step(QString::fromLatin1(name), state, seconds);
        instance.instance = QString::fromLatin1(name);
        build.instances.append(instance);
    }
    run.stages.append(
        {QStringLiteral("c"),
         QStringLiteral("Test the stack"),
         3,
         6,
         {build, step(QStringLiteral("Train and register the model"), StepState::Waiting),
          step(QStringLiteral("Stress test"), StepState::InDoubt, 30),
          step(QStringLiteral("Return test"), StepState::Pending)}});
    StepView gate = step(QStringLiteral("Sign-off: ml-engineers"), StepState::Pending);
    gate.isGate = true;
    gate.gate = GateView();
    gate.gate->quorum = 2;
    run.stages.append(
        {QStringLiteral("d"),
         QStringLiteral("Pin and prove"),
         0,
         7,
         {step(QStringLiteral("Freeze five containers"), StepState::Pending),
          step(QStringLiteral("Write the pins back into every Dockerfile"), StepState::Cancelled),
          gate, step(QStringLiteral("Push the branches"), StepState::Undone)}});
    return run;
}

QWidget *panel(QLayout *layout)
{
    auto *widget = new QWidget;
    widget->setLayout(layout);
    return widget;
}

QVBoxLayout *pageLayout()
{
    auto *page = new QVBoxLayout;
    page->setContentsMargins(theme().px(28), theme().px(20), theme().px(28), theme().px(20));
    page->setSpacing(theme().px(16));
    return page;
}

QWidget *stepPage()
{
    auto *page = pageLayout();
    auto *title = new TitleBlock;
    title->setMark(Mark::Running);
    title->setTitle(QStringLiteral("Build and start the stack"));
    title->setChips({{QStringLiteral("Running 6:12 of about 9 min"), Tone::Accent},
                     {QStringLiteral("attempt 1"), Tone::Plain}});
    title->setDescription(QStringLiteral(
        "Builds the five images from the stripped Dockerfiles and starts the stack, so that the "
        "newest versions get installed. Its two questions are answered: `no`, `yes`."));
    page->addWidget(title);
    auto *tabs = new TabBar;
    tabs->setTabs({{QStringLiteral("what"), QStringLiteral("What it does"), {}},
                   {QStringLiteral("output"), QStringLiteral("Output"),
                    groupedNumber(1855) + QStringLiteral(" lines")},
                   {QStringLiteral("changes"), QStringLiteral("Changes"), QStringLiteral("0")},
                   {QStringLiteral("packages"), QStringLiteral("Packages & more"), {}},
                   {QStringLiteral("history"), QStringLiteral("History"), {}}});
    tabs->setCurrentId(QStringLiteral("output"));
    page->addWidget(tabs);
    auto *tools = new QHBoxLayout;
    auto *search = new SearchField(QStringLiteral("Find in output"));
    tools->addWidget(search);
    tools->addWidget(
        new TextLabel(QStringLiteral("3 warnings · no errors"), Theme::Role::Small, Ink::Second));
    tools->addStretch(1);
    for (const char *name : {"Follow on", "Wrap", "Times"}) {
        auto *chip = new ToggleChip(QString::fromLatin1(name));
        chip->setChecked(*name == 'W');
        tools->addWidget(chip);
    }
    page->addLayout(tools);
    auto *notice = new NoticeBar;
    notice->set(
        Tone::Failed,
        QStringLiteral("Docker does not answer: the engine is not running. Start it, then "
                       "try again."),
        QStringLiteral("Cannot connect to the Docker daemon at unix:///var/run/docker.sock."),
        QStringLiteral("Try again"));
    page->addWidget(notice);
    auto *facts = new FactTable;
    facts->setRows({{QStringLiteral("Meant to push"), QStringLiteral("sha256:4be1 90c2 … 77af"),
                     Tone::Plain, true},
                    {QStringLiteral("There before"), QStringLiteral("nothing"), Tone::Plain, true},
                    {QStringLiteral("There now"),
                     QStringLiteral("sha256:"
                                    "a07d1e5502b9a07d1e5502b9a07d1e5502b9a07d1e5502b9a07d1e5502b9a0"
                                    "7d1e5502b9a07d1e5502b9a07d1e5502b9a07d1e5502b9a07d1e5502b9"),
                     Tone::Doubt, true},
                    {QStringLiteral("Asked at"), QStringLiteral("14:07:31"), Tone::Plain, false}});
    page->addWidget(facts);
    page->addWidget(new CopyBox(QStringLiteral(
        "git -C ~/forks/mllibprodest push origin atualizar_pacotes\n./build.sh != 0 -> retry")));
    page->addStretch(1);
    return panel(page);
}

QWidget *gatePage()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(new SectionHeading(QStringLiteral("What to check")));
    for (int i = 0; i < 3; ++i) {
        auto *row = new EvidenceRow;
        row->setTickable(true);
        row->setTicked(i != 1);
        row->setTitle(i == 2 ? QStringLiteral("No image is left on `latest`")
                             : QStringLiteral("The pins are the versions that were tested"));
        row->setDetail(QStringLiteral("42 packages changed in 6 files · read from the five "
                                      "containers at 14:02"));
        row->setChip(i == 2 ? ChipText{QStringLiteral("1 exempt"), Tone::Needs}
                            : ChipText{QStringLiteral("equal"), Tone::Done});
        row->setLinks({QStringLiteral("View")});
        left->addWidget(row);
    }
    left->addSpacing(14);
    auto *comment = new QPlainTextEdit;
    comment->setPlaceholderText(QStringLiteral("Comment (needed to reject)"));
    comment->setMaximumHeight(theme().px(56));
    left->addWidget(comment);
    auto *fields = new QHBoxLayout;
    auto *wrong = new QLineEdit(QStringLiteral("r1.6"));
    wrong->setProperty("invalid", true);
    auto *choice = new QComboBox;
    choice->addItems({QStringLiteral("those with a registry link"), QStringLiteral("none")});
    fields->addWidget(wrong);
    fields->addWidget(choice);
    auto *box = new QCheckBox(QStringLiteral("Box"));
    auto *radio = new QRadioButton(QStringLiteral("Radio"));
    radio->setChecked(true);
    fields->addWidget(box);
    fields->addWidget(radio);
    left->addSpacing(14);
    left->addLayout(fields);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->setContentsMargins(0, 0, 0, 0);
    right->addWidget(new SectionHeading(QStringLiteral("Who decides")));
    auto *one = new PersonRow;
    one->set(Mark::Done, QStringLiteral("Bruno Lima"), QStringLiteral("approved 14:21"));
    auto *two = new PersonRow;
    two->set(Mark::NeedsYou, QStringLiteral("You"), QStringLiteral("ml-engineers"));
    auto *three = new PersonRow;
    three->set(Mark::Skipped, QStringLiteral("Ana Souza"),
               QStringLiteral("started the run, may not approve it"), true);
    for (PersonRow *row : {one, two, three})
        right->addWidget(row);
    right->addSpacing(20);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(16, 16, 16, 16);
    inside->addWidget(new TextLabel(QStringLiteral("Update packages"), Theme::Role::Bold));
    auto *what = new ProseLabel(Theme::Role::Small, Ink::Second);
    what->setText(QStringLiteral("Newest versions, tested in the stack, pinned back, in three "
                                 "repositories"));
    inside->addWidget(what);
    auto *line = new ProgressLine;
    line->set(2, 3, Tone::Needs);
    inside->addWidget(line);
    card->setActivatable(true);
    right->addWidget(card);
    auto *elided = new ElidedLabel(Theme::Role::Fixed, Ink::Second);
    elided->setText(
        QStringLiteral("publicar/worker_retrain/requirements/and/more/requirements.txt"));
    right->addSpacing(10);
    right->addWidget(elided);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(28, 20, 28, 20);
    columns->setSpacing(32);
    columns->addLayout(left, 1);
    auto *side = panel(right);
    side->setFixedWidth(theme().px(290));
    columns->addWidget(side);
    return panel(columns);
}

class EvenTimes final : public LogTimes
{
public:
    qint64 millisecondsAt(qint64 offset) const override { return 361'000 + offset * 13; }
    void refresh() override {}
};

void writeLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    for (int i = 0; i < 1840; ++i)
        file.write("Collecting something " + QByteArray::number(i) + "\n");
    file.write(
        "Step 5/8 : RUN pip install --no-cache-dir --upgrade pip setuptools\n"
        "Collecting pika\n Downloading pika-1.3.2-py3-none-any.whl (155 kB) != -> ===\n"
        "Successfully installed certifi-2026.1.4 charset-normalizer-3.4.4 idna-3.11\n"
        "WARNING: Running pip as the 'root' user can result in broken permissions\n"
        " ---> 9c1f77be04aa\n"
        "\x1b[1;31mred and bold\x1b[0m plain \x1b[32mgreen\x1b[0m \x1b[38;5;208morange\x1b[0m "
        "\x1b[7minverse\x1b[0m \x1b[2mfaint\x1b[0m \x1b[2K\x07\n"
        "10%\r50%\r100% of it\n"
        "right to left \xe2\x80\xae here; wide \xe6\xbc\xa2\xe5\xad\x97 and after\n"
        "ERROR: failed to solve: process did not complete successfully\n"
        "tab\tstops\there\n"
        ">>> Construindo as imagens\xe2\x80\xa6  [3/5] * python-retrain * "
        "and a long line that goes on and on to the right, further than the window is wide, so "
        "that it has to be scrolled or wrapped\n"
        "Step 1/7 : FROM python:3.12\n");
}

QWidget *logPage(const QString &folder, bool isWrapped)
{
    const QString path = folder + QLatin1String("/output.log");
    writeLog(path);
    auto *pane = new LogPane;
    pane->setLog(path, true);
    pane->setTimes(std::make_unique<EvenTimes>());
    pane->view()->setWrapped(isWrapped);
    if (isWrapped)
        QTimer::singleShot(50, pane, [pane] { pane->view()->find(QStringLiteral("step")); });
    return pane;
}

QWidget *diffPage(bool isSideBySide)
{
    auto *view = new DiffView;
    DiffFiles files;
    const QByteArray head =
        "FROM python:3.12\n\nENV A=1\nENV B=2\nENV C=3\n\nWORKDIR /data\nCOPY *.py *.sh .\n\n"
        "RUN useradd -m apiuser && chmod -R u=rx /data\n";
    const QByteArray tail = "\nUSER apiuser\n\tEXPOSE 80\nCMD x\n";
    files.append({QStringLiteral("api/Dockerfile"),
                  head +
                      "RUN pip install --no-cache-dir pymongo==4.15.4 requests==2.32.5 \\\n    "
                      "numpy==2.3.5 pika==1.3.2 uvicorn==0.38.0 fastapi==0.121.2\n" +
                      tail,
                  head +
                      "RUN pip install --no-cache-dir pymongo requests \\\n    numpy pika uvicorn "
                      "fastapi\nRUN echo new\n" +
                      tail,
                  QStringLiteral("7 pins")});
    files.append({QStringLiteral("publicar/worker_pub/a/very/long/folder/requirements.txt"),
                  "a==1\n",
                  "a\n",
                  {}});
    files.append({QStringLiteral("new.txt"), {}, "one\ntwo", {}, true});
    files.append({QStringLiteral("wheel.whl"), QByteArray("a\0b", 3), QByteArray("a\0c", 3), {}});
    view->setFiles(files);
    if (!isSideBySide)
        view->findChildren<ToggleChip *>().first()->setChecked(false);
    return view;
}

QWidget *packagePage()
{
    auto *page = pageLayout();
    auto *table = new PackageTable;
    PackageRows rows;
    rows.sources = {QStringLiteral("dev-1.0.9"), QStringLiteral("local-ana-1.1.0"),
                    QStringLiteral("worker-pub container")};
    const auto add = [&rows](const char *name, const char *a, const char *b, const char *c) {
        rows.add(QString::fromLatin1(name),
                 {QString::fromLatin1(a), QString::fromLatin1(b), QString::fromLatin1(c)});
    };
    add("fastapi", "0.121.2", "0.135.2", "0.121.2");
    add("mlflow", "3.6.0", "3.10.1", "3.6.0");
    add("pika", "1.3.2", "1.3.2", "1.3.2");
    add("pydantic", "2.12.4", "2.12.5", "2.12.5");
    add("python-jose", "3.5.0", "", "");
    add("rich", "", "15.0.0", "");
    add("setuptools", "80.9.0", "82.0.1", "82.0.1");
    add("urllib3", "2.6.3", "2.5.0", "2.6.3");
    table->setRows(rows);
    page->addWidget(table, 1);
    return panel(page);
}

QWidget *emptyPage()
{
    auto *page = pageLayout();
    auto *empty = new EmptyState;
    empty->set(QStringLiteral("No runs yet"),
               QStringLiteral("A run appears here as soon as you start a checklist. Nothing is "
                              "sent anywhere until a step says so."),
               QStringLiteral("Start a checklist"));
    page->addWidget(empty, 1);
    auto *marks = new QHBoxLayout;
    for (int mark = 0; mark <= int(Mark::Warned); ++mark) {
        auto *icon = new StateIcon(Mark(mark));
        icon->setMinimumSize(40, 40);
        marks->addWidget(icon);
    }
    page->addLayout(marks);
    return panel(page);
}

QWidget *window(QWidget *page)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new TopBar;
    top->setPlace(QStringLiteral("Update packages"), QStringLiteral("run 7f3a"));
    column->addWidget(top);
    auto *middle = new QHBoxLayout;
    auto *rail = new RailView(&fixedClock);
    rail->setRun(sampleRun());
    rail->setFixedWidth(theme().px(288));
    rail->select(QStringLiteral("Build and start the stack"));
    middle->addWidget(rail);
    auto *right = new QVBoxLayout;
    right->addWidget(page, 1);
    auto *bar = new ActionBar;
    bar->setSentence({{QStringLiteral("Next: "), Span::Style::Plain},
                      {QStringLiteral("Train and register the model"), Span::Style::Strong},
                      {QStringLiteral(" needs you"), Span::Style::Plain}});
    bar->setActions(
        {{QStringLiteral("stop"),
          QStringLiteral("Stop this step"),
          Button::Kind::Destructive,
          true,
          {}},
         {QStringLiteral("again"), QStringLiteral("Look again"), Button::Kind::Quiet, true, {}},
         {QStringLiteral("terminal"),
          QStringLiteral("Open R&D terminal"),
          Button::Kind::Outlined,
          true,
          {}},
         {QStringLiteral("run"),
          QStringLiteral("Run until someone is needed"),
          Button::Kind::Primary,
          true,
          {}}});
    right->addWidget(bar);
    middle->addLayout(right, 1);
    middle->setSpacing(0);
    column->addLayout(middle, 1);
    return window;
}

void shoot(QWidget *widget, const QString &file)
{
    widget->resize(1280, 800);
    widget->show();
    widget->setFocus();
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 300;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    widget->grab().save(file);
    delete widget;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme look(Theme::Mode::Light);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        look.setMode(mode);
        const QString end = QLatin1Char('-') + Theme::modeName(mode) + QLatin1String(".png");
        shoot(window(stepPage()), folder + QLatin1String("/step") + end);
        shoot(window(gatePage()), folder + QLatin1String("/gate") + end);
        shoot(window(logPage(folder, false)), folder + QLatin1String("/log") + end);
        shoot(window(logPage(folder, true)), folder + QLatin1String("/logwrap") + end);
        shoot(window(diffPage(true)), folder + QLatin1String("/diff") + end);
        shoot(window(diffPage(false)), folder + QLatin1String("/unified") + end);
        shoot(window(packagePage()), folder + QLatin1String("/packages") + end);
        shoot(window(emptyPage()), folder + QLatin1String("/empty") + end);
    }
    return 0;
}
