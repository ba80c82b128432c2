// SPDX-License-Identifier: MIT
#include "ui/pages/inputrow.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/secretfact.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/linklabel.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestInputsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startIsOffUntilAllIsGiven();
    void theSentenceOfThePatternIsShown();
    void eachTypeGivesItsOwnKindOfValue();
    void foldersAreAskedForOnceAndAgainOnRequest();
    void aFolderThatWillNotDoStopsTheStart();
    void aSecondClickStartsNothing();
    void theForecastCountsOverTheInputsList();
    void aSecretLeavesByItsSignalAlone();
    void aKeptSecretIsNamedAndCanBeReplacedOrForgotten();

private:
    static InputSpec input(const char *name, Type type, bool isRequired = true);
    static Checklist checklist(const QList<InputSpec> &inputs);
    static QString shownText(const QWidget &widget);
    Theme m_theme;
};

InputSpec TestInputsPage::input(const char *name, Type type, bool isRequired)
{
    InputSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.title = LocalizedText(spec.name);
    spec.type.type = type;
    spec.isRequired = isRequired;
    return spec;
}

Checklist TestInputsPage::checklist(const QList<InputSpec> &inputs)
{
    Checklist checklist;
    checklist.title = LocalizedText(QStringLiteral("Try"));
    checklist.file = QStringLiteral("try.checklist.yaml");
    checklist.inputs = inputs;
    return checklist;
}

/// All that the widget shows in labels of its own, by their accessible names.
QString TestInputsPage::shownText(const QWidget &widget)
{
    QStringList texts;
    const QList<QWidget *> children = widget.findChildren<QWidget *>();
    for (const QWidget *child : children) {
        if (child->isVisibleTo(&widget))
            texts.append(child->accessibleName());
    }
    return texts.join(QLatin1Char('\n'));
}

void TestInputsPage::startIsOffUntilAllIsGiven()
{
    InputsPage page;
    page.setChecklist(checklist({input("branch", Type::GitBranch)}), QStringLiteral("en"));
    auto *bar = page.findChild<ActionBar *>();
    QVERIFY(!bar->button(QStringLiteral("start"))->isEnabled());
    QVERIFY(shownText(*bar).contains(QStringLiteral("empty")));
    page.findChild<QLineEdit *>()->setText(QStringLiteral("feature/update"));
    QTRY_VERIFY(bar->button(QStringLiteral("start"))->isEnabled());
    QSignalSpy started(&page, &InputsPage::startRun);
    bar->button(QStringLiteral("start"))->click();
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().at(0).toString(), QStringLiteral("try.checklist.yaml"));
    QCOMPARE(started.first().at(1).value<Value::Map>(),
             Value::Map({{QStringLiteral("branch"), Value(QStringLiteral("feature/update"))}}));
    QCOMPARE(started.first().at(2).toBool(), false);
}

void TestInputsPage::theSentenceOfThePatternIsShown()
{
    InputSpec spec = input("stack", Type::Version);
    spec.pattern = QStringLiteral("r\\d+\\.\\d+\\.\\d+");
    spec.patternHelp = LocalizedText(
        QMap<QString, QString>{{QStringLiteral("en"), QStringLiteral("It looks like r1.6.19.")},
                               {QStringLiteral("pt_BR"), QStringLiteral("É como r1.6.19.")}});
    InputsPage page;
    page.setChecklist(checklist({spec}), QStringLiteral("en"),
                      {{QStringLiteral("stack"), Value(QStringLiteral("r1.6"))}});
    QVERIFY(shownText(page).contains(QStringLiteral("It looks like r1.6.19.")));
    page.setLanguage(QStringLiteral("pt_BR"));
    QVERIFY(shownText(page).contains(QStringLiteral("É como r1.6.19.")));
    page.findChild<QLineEdit *>()->setText(QStringLiteral("r1.6.20"));
    QTRY_VERIFY(!shownText(page).contains(QStringLiteral("É como")));
}

void TestInputsPage::eachTypeGivesItsOwnKindOfValue()
{
    InputSpec choice = input("choice", Type::Choice);
    choice.type.choices = {QStringLiteral("a"), QStringLiteral("b")};
    choice.defaultValue = Value(QStringLiteral("b"));
    InputSpec flag = input("flag", Type::Flag);
    flag.defaultValue = Value(true);
    InputSpec list = input("list", Type::List);
    list.type.element = Type::Text;
    list.defaultValue = Value::ofTexts({QStringLiteral("one"), QStringLiteral("two")});
    InputSpec folders = input("folders", Type::List);
    folders.type.element = Type::Directory;
    folders.defaultValue = Value::ofTexts({QStringLiteral("/tmp")});
    InputSpec prose = input("prose", Type::Prose);
    prose.defaultValue = Value(QStringLiteral("two\nlines"));
    InputsPage page;
    page.setChecklist(checklist({choice, flag, list, folders, prose}), QStringLiteral("en"));
    const Value::Map values = page.values();
    for (const InputSpec &spec : {choice, flag, list, folders, prose})
        QCOMPARE(values.value(spec.name), *spec.defaultValue);
}

void TestInputsPage::foldersAreAskedForOnceAndAgainOnRequest()
{
    InputSpec spec = input("folder", Type::Directory);
    spec.defaultValue = Value(QStringLiteral("/srv/one"));
    InputsPage page;
    QSignalSpy asked(&page, &InputsPage::checkDirectory);
    page.setChecklist(checklist({spec}), QStringLiteral("en"));
    QCOMPARE(asked.size(), 1);
    page.setDirectoryFact(QStringLiteral("/srv/one"),
                          {QStringLiteral("main, clean"), MachineFact::State::Good});
    QCOMPARE(asked.size(), 1);
    QVERIFY(shownText(page).contains(QStringLiteral("main, clean")));
    page.lookAgain();
    QCOMPARE(asked.size(), 2);
}

void TestInputsPage::aFolderThatWillNotDoStopsTheStart()
{
    InputSpec spec = input("folder", Type::Directory);
    spec.defaultValue = Value(QStringLiteral("/srv/none"));
    InputsPage page;
    page.setChecklist(checklist({spec}), QStringLiteral("en"));
    auto *bar = page.findChild<ActionBar *>();
    page.setDirectoryFact(QStringLiteral("/srv/none"),
                          {QStringLiteral("no repository"), MachineFact::State::Missing});
    QVERIFY(!bar->button(QStringLiteral("start"))->isEnabled());
    page.setDirectoryFact(QStringLiteral("/srv/none"),
                          {QStringLiteral("1 file changed"), MachineFact::State::Doubtful});
    QVERIFY(bar->button(QStringLiteral("start"))->isEnabled());
}

void TestInputsPage::aSecondClickStartsNothing()
{
    InputsPage page;
    page.setChecklist(checklist({}), QStringLiteral("en"));
    QSignalSpy started(&page, &InputsPage::startRun);
    auto *bar = page.findChild<ActionBar *>();
    bar->button(QStringLiteral("step-by-step"))->click();
    QCOMPARE(started.first().at(2).toBool(), true);
    Q_EMIT bar->triggered(QStringLiteral("start"));
    QCOMPARE(started.size(), 1);
    page.setProblem(QStringLiteral("The disk is full."));
    Q_EMIT bar->triggered(QStringLiteral("start"));
    QCOMPARE(started.size(), 2);
}

void TestInputsPage::theForecastCountsOverTheInputsList()
{
    const ReadChecklist read = readChecklist(
        "slipway: 1\nname: try\ntitle: Try\ninputs:\n  all: {type: list, of: text, default: [a, b, "
        "c]}\nstages:\n  - name: one\n    title: One\n    steps:\n      - id: push\n        title: "
        "Push\n        uses: git.push\n        foreach: ${{ inputs.all }}\n        with: {in: '${{ "
        "item }}'}\n      - id: look\n        title: Look\n        uses: manual\n        with: "
        "{text: Look}\n      - {id: tag, title: Tag, uses: git.tag, with: {in: x, name: v1, "
        "remote: "
        "origin}}\n      - {id: mark, title: Mark, uses: git.tag, with: {in: x, name: v2}}\n",
        QStringLiteral("try.yaml"));
    QVERIFY2(read.checklist.has_value(),
             read.errors.isEmpty() ? "" : qPrintable(read.errors.first().message()));
    InputsPage page;
    page.setChecklist(*read.checklist, QStringLiteral("en"));
    QVERIFY2(shownText(page).contains(QStringLiteral("6 step")), qPrintable(shownText(page)));
    QVERIFY(shownText(page).contains(QStringLiteral("4 push")));
}

void TestInputsPage::aSecretLeavesByItsSignalAlone()
{
    InputsPage page;
    QSignalSpy looked(&page, &InputsPage::lookForSecrets);
    Checklist read = checklist({input("token", Type::Secret), input("version", Type::Version)});
    read.name = QStringLiteral("try");
    page.setChecklist(read, QStringLiteral("en"),
                      {{QStringLiteral("version"), Value(QStringLiteral("1.2"))}});
    QCOMPARE(looked.size(), 1);
    auto *bar = page.findChild<ActionBar *>();
    QVERIFY(!bar->button(QStringLiteral("start"))->isEnabled());
    auto *field = page.findChild<QLineEdit *>();
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QGuiApplication::clipboard()->clear();
    field->setText(QStringLiteral("c4n4ry"));
    field->selectAll();
    field->copy();
    field->cut();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    field->setText(QStringLiteral("c4n4ry"));
    QTRY_VERIFY(bar->button(QStringLiteral("start"))->isEnabled());
    QVERIFY(!shownText(page).contains(QLatin1String("c4n4ry")));
    QSignalSpy kept(&page, &InputsPage::keepSecret);
    QSignalSpy started(&page, &InputsPage::startRun);
    bar->button(QStringLiteral("start"))->click();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first(), (QVariantList{QStringLiteral("try"), QStringLiteral("token"),
                                         QStringLiteral("c4n4ry")}));
    QCOMPARE(field->text(), QString());
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().at(1).value<Value::Map>(),
             Value::Map({{QStringLiteral("version"), Value(QStringLiteral("1.2"))}}));
}

void TestInputsPage::aKeptSecretIsNamedAndCanBeReplacedOrForgotten()
{
    InputsPage page;
    Checklist read = checklist({input("token", Type::Secret)});
    read.name = QStringLiteral("try");
    page.setChecklist(read, QStringLiteral("en"));
    const auto *field = page.findChild<QLineEdit *>();
    QVERIFY(field->isVisibleTo(&page));
    page.setSecretFact(QStringLiteral("try"), QStringLiteral("token"),
                       {SecretKeeper::Home::Session, QStringLiteral("The keyring is locked.")});
    QVERIFY(!field->isVisibleTo(&page));
    QVERIFY(page.findChild<ActionBar *>()->button(QStringLiteral("start"))->isEnabled());
    QVERIFY(shownText(page).contains(QLatin1String("memory only. The keyring is locked.")));
    page.setSecretFact(QStringLiteral("try"), QStringLiteral("token"),
                       {SecretKeeper::Home::Keyring, {}});
    QVERIFY(shownText(page).contains(QLatin1String("in the keyring of this desktop")));
    QSignalSpy forgotten(&page, &InputsPage::forgetSecret);
    const auto links = page.findChildren<LinkLabel *>();
    for (LinkLabel *link : links) {
        if (link->label() == QLatin1String("Forget") || link->label() == QLatin1String("Replace"))
            link->click();
    }
    QCOMPARE(forgotten.size(), 1);
    QVERIFY(field->isVisibleTo(&page));
}

QTEST_MAIN(TestInputsPage)
#include "tst_inputspage.moc"
