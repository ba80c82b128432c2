// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/checklist/expressiontext.h"

#include <QtTest>

using namespace Slipway;

namespace {

const Place start{QStringLiteral("a.yml"), 3, 10};

Value text(const char *utf8)
{
    return Value(QString::fromUtf8(utf8));
}

/// A step with foreach, of a text and of a map.
Value deployed()
{
    const auto instance = [](const char *name, int port) {
        return Value(Value::Map{
            {QStringLiteral("instance"), text(name)},
            {QStringLiteral("outputs"), Value(Value::Map{{QStringLiteral("port"), Value(port)}})}});
    };
    const Value item(Value::Map{{QStringLiteral("plant"), text("x")}});
    return Value(
        Value::Map{{QStringLiteral("all"), Value(Value::List{instance("it", 1), instance("x", 2)})},
                   {QStringLiteral("items"), Value(Value::List{text("it"), item})}});
}

Scope scope()
{
    Scope scope;
    scope.inputs = Value(Value::Map{
        {QStringLiteral("branch"), text("main")},
        {QStringLiteral("count"), Value(3)},
        {QStringLiteral("repos"), Value::ofTexts({QStringLiteral("a"), QStringLiteral("b")})},
        {QStringLiteral("flag"), Value(true)},
        {QStringLiteral("empty"), text("")}});
    const Value outputs(
        Value::Map{{QStringLiteral("wheel"), text("dist/x.whl")},
                   {QStringLiteral("later"), Value::unknown()},
                   {QStringLiteral("mixed"), Value(Value::List{text("a"), Value::unknown()})}});
    scope.steps = Value(Value::Map{
        {QStringLiteral("build"), Value(Value::Map{{QStringLiteral("outcome"), text("succeeded")},
                                                   {QStringLiteral("outputs"), outputs}})},
        {QStringLiteral("deploy"), deployed()},
        {QStringLiteral("next"), Value::unknown()}});
    scope.run = Value(Value::Map{{QStringLiteral("id"), text("r1")}});
    scope.item = text("it");
    scope.anyFailed = true;
    return scope;
}

/// JSON of the result, or place and message.
QString resultOf(const QString &source)
{
    const auto expression = Expression::parse(source, start);
    if (!expression)
        return expression.error().place().text() + u' ' + expression.error().message();
    const auto value = expression->evaluate(scope());
    if (!value)
        return value.error().place().text() + u' ' + value.error().message();
    return value->isUnknown() ? QStringLiteral("unknown")
                              : QString::fromUtf8(canonicalJson(value->toJson()).value());
}

QString templateResult(const QString &source)
{
    const auto made = Template::parse(source, start);
    if (!made)
        return made.error().place().text() + u' ' + made.error().message();
    const auto value = made->evaluate(scope());
    if (!value)
        return value.error().place().text() + u' ' + value.error().message();
    return value->isUnknown() ? QStringLiteral("unknown")
                              : QString::fromUtf8(canonicalJson(value->toJson()).value());
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void limitsHold();
    void referencesHavePlaces();
    void knowsWhoAsksForFailure();
    void knowsWhoReadsAnInstance();
    void isWrittenOutAsItReads_data();
    void isWrittenOutAsItReads();
    void templatesKeepTypesOrMakeText_data();
    void templatesKeepTypesOrMakeText();
    void templatesNest();
};

void TestExpression::evaluates_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *source, const char *expected) {
        QTest::newRow(source) << QString::fromUtf8(expected);
    };
    row("1", "1");
    row("-5", "-5");
    row("'it''s'", "\"it's\"");
    row("null", "null");
    row("inputs.branch", "\"main\"");
    row("inputs['branch']", "\"main\"");
    row("inputs.repos[1]", "\"b\"");
    row("inputs.repos[9]", "null");
    row("inputs.repos[-1]", "null");
    row("inputs.none.deep", "null");
    row("item", "\"it\"");
    row("steps.build.outputs.wheel", "\"dist/x.whl\"");
    row("inputs.branch == 'main'", "true");
    row("inputs.branch == 'MAIN'", "false");
    row("1 == '1'", "false");
    row("null == inputs.none", "true");
    row("inputs.none == ''", "true");
    row("inputs.none != ''", "false");
    row("'' == null", "true");
    row("inputs.empty == null", "true");
    row("inputs.none == 0", "false");
    row("inputs.flag == ''", "false");
    row("steps.deploy[item].outputs.port", "1");
    row("steps.deploy[fromJson('{\"plant\": \"x\"}')].outputs.port", "2");
    row("steps.deploy[steps.deploy.all[1]].outputs.port", "2");
    row("steps.deploy[format('{0}', 'x')].outputs.port", "2");
    row("steps.deploy[inputs.branch].outputs.port", "null");
    row("steps.deploy[steps.next].outputs.port", "unknown");
    row("1 != 2", "true");
    row("inputs.count >= 3 && inputs.count < 4", "true");
    row("'a' < 'b'", "true");
    row("2 > 10", "false");
    row("!inputs.empty", "true");
    row("!!inputs.repos", "true");
    row("inputs.empty || 'x'", "\"x\"");
    row("inputs.flag && 'yes' || 'no'", "\"yes\"");
    row("false || true && false", "false");
    row("(true || false) && false", "false");
    row("!false == true", "true");
    row("always()", "true");
    row("failed()", "true");
    row("contains('abc', 'b')", "true");
    row("contains(inputs.repos, 'b')", "true");
    row("contains(inputs.repos, 'c')", "false");
    row("startsWith(inputs.branch, 'ma')", "true");
    row("endsWith(inputs.branch, 'ma')", "false");
    row("format('{0}-{1} {{0}}', 'a', 2)", "\"a-2 {0}\"");
    row("join(inputs.repos)", "\"a,b\"");
    row("join(inputs.repos, ' + ')", "\"a + b\"");
    row("length(inputs.repos)", "2");
    row("length('abc')", "3");
    row("basename('/a/b/')", "\"b\"");
    row("range(3)", "[0,1,2]");
    row("range(2, 4)", "[2,3]");
    row("range(0)", "[]");
    row("range(9, -9)", "[]");
    row("fromJson('{\"a\": [1, \"x\", null]}').a[1]", "\"x\"");
    // what is made from an unknown is unknown
    row("steps.build.outputs.later", "unknown");
    row("steps.next.outputs.x", "unknown");
    row("!steps.next", "unknown");
    row("steps.next == 1", "unknown");
    row("steps.next < 1", "unknown");
    row("steps.next && false", "unknown");
    row("false && steps.next", "false");
    row("true || steps.next", "true");
    row("true && steps.next", "unknown");
    row("format('{0}', steps.next)", "unknown");
    row("join(steps.build.outputs.mixed)", "unknown");
    row("length(steps.build.outputs.mixed)", "2");
    row("contains(steps.build.outputs.mixed, 'a')", "true");
    row("contains(steps.build.outputs.mixed, 'b')", "unknown");
    row("steps.build.outputs.mixed == 1", "unknown");
    row("inputs[steps.next]", "unknown");
    row("range(steps.next)", "unknown");
    // errors
    row("", "a.yml:3:10 The expression ends too early; a value or ')' is missing here.");
    row("1 +", "a.yml:3:12 '+' has no meaning in an expression. It knows ! == != < <= > >= && || ( "
               ") [ ] . and functions.");
    row("(1", "a.yml:3:12 The expression ends too early; a value or ')' is missing here.");
    row("1 2", "a.yml:3:12 '2' does not fit here. Look at the brackets and operators before it.");
    row("a = b", "a.yml:3:12 '=' has no meaning in an expression. It knows ! == != < <= > >= && || "
                 "( ) [ ] . and functions.");
    row("'abc", "a.yml:3:10 The text that begins here has no end. Close it with a single quote; "
                "write a quote inside it twice.");
    row("\"abc\"", "a.yml:3:10 Texts in expressions stand in single quotes, such as 'main'.");
    row("1.5", "a.yml:3:10 '1.5' is no whole number. Put texts in single quotes.");
    row("99999999999999999999",
        "a.yml:3:10 '99999999999999999999' is no whole number. Put texts in single quotes.");
    row("-9223372036854775808",
        "a.yml:3:10 '-9223372036854775808' is no whole number. Put texts in single quotes.");
    row("endswith('a', 'b')",
        "a.yml:3:10 There is no function 'endswith'; did you mean 'endsWith'?");
    row("length()", "a.yml:3:10 The function 'length' takes 1 arguments, not 0.");
    row("range(1, 2, 3)", "a.yml:3:10 The function 'range' takes 1-2 arguments, not 3.");
    row("1 < 'a'", "a.yml:3:12 A number cannot be compared with a text: two numbers or two texts "
                   "have an order.");
    row("inputs.repos['a']", "a.yml:3:22 A list takes a number between [ and ], not a text.");
    row("range('a')", "a.yml:3:10 range() needs a number, not a text.");
    row("length(1)", "a.yml:3:10 length() needs a text, list or map, not a number.");
    row("format('{1}', 1)", "a.yml:3:10 format() has no argument for {1}.");
    row("fromJson('{')", "a.yml:3:10 fromJson() was given a text that is not JSON.");
    row("fromJson('1,2')", "a.yml:3:10 fromJson() was given a text that is not JSON.");
    row("fromJson('1.5')", "a.yml:3:10 fromJson() takes whole numbers, keys in ASCII without a "
                           "leading '$', and at most 64 levels.");
    row("fromJson('{\"$unknown\":true}')",
        "a.yml:3:10 fromJson() takes whole numbers, keys in ASCII without a leading '$', and at "
        "most 64 levels.");
}

void TestExpression::evaluates()
{
    QFETCH(QString, expected);
    QCOMPARE(resultOf(QString::fromUtf8(QTest::currentDataTag())), expected);
}

void TestExpression::limitsHold()
{
    QVERIFY(resultOf(QString(4097, u' ')).contains(QLatin1String("at most 4096")));
    for (const char *unit : {"(", "!", "inputs[", "length("})
        QVERIFY2(resultOf(QString::fromUtf8(unit).repeated(500))
                     .contains(QLatin1String("more than 32 levels")),
                 unit);
    QCOMPARE(resultOf(QString(30, u'(') + u'1' + QString(30, u')')), QStringLiteral("1"));
    QCOMPARE(resultOf(QStringLiteral("true") + QStringLiteral("&&true").repeated(600)),
             QStringLiteral("true"));
    QCOMPARE(resultOf(QStringLiteral("inputs") + QStringLiteral(".a").repeated(2000)),
             QStringLiteral("null"));
    QCOMPARE(resultOf(QStringLiteral("length(range(10000))")), QStringLiteral("10000"));
    QVERIFY(resultOf(QStringLiteral("range(10001)")).contains(QLatin1String("larger")));
    QVERIFY(resultOf(QStringLiteral("range(-9000000000000000, 9000000000000000)"))
                .contains(QLatin1String("larger")));
    const QString separator(3000, u'x');
    QVERIFY(resultOf(QStringLiteral("join(range(10000), '%1')").arg(separator))
                .contains(QLatin1String("larger")));
}

void TestExpression::referencesHavePlaces()
{
    const auto expression =
        Expression::parse(QStringLiteral("inputs.a == steps['b'].outputs.c || f(1)")
                              .replace(u'f', u'l')
                              .replace(QLatin1String("l(1)"),
                                       QLatin1String("length(steps.d.all[0].outputs[run.id])")),
                          start);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().message()));
    QStringList found;
    const auto references = expression->references();
    for (const auto &reference : references)
        found.append(reference.path.join(u'.') + u'@' + QString::number(reference.place.column));
    QCOMPARE(found.join(u' '),
             QStringLiteral("inputs.a@10 steps.b.outputs.c@22 steps.d.all@53 run.id@76"));
}

void TestExpression::knowsWhoReadsAnInstance()
{
    const auto parsed = Expression::parse(
        QStringLiteral("steps.deploy[item.name].outputs.port == inputs.count"), start);
    QVERIFY(parsed && parsed->readsItem());
    QStringList paths;
    for (const Expression::Reference &reference : parsed->references())
        paths.append(reference.path.join(u'.'));
    QCOMPARE(paths.join(u' '),
             QStringLiteral("steps.deploy.[].outputs.port item.name inputs.count"));
    QVERIFY(!Expression::parse(QStringLiteral("inputs.item"), start)->readsItem());
}

void TestExpression::isWrittenOutAsItReads_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *source, const char *expected) {
        QTest::newRow(source) << QString::fromUtf8(expected);
    };
    row("a.b", "a.b");
    row("(a||b) && c", "(a || b) && c");
    row("a || (b && c)", "a || b && c");
    row("a == (b == c)", "a == (b == c)");
    row("!(a && b)", "!(a && b)");
    row("!a", "!a");
    row("!!a", "!!a");
    row("a['x y'].b", "a['x y'].b");
    row("a['b']['it''s'][2]", "a['b']['it''s'][2]");
    row("steps.x[item].outcome == 'failed'", "steps.x[item].outcome == 'failed'");
    row("format('{0}', -1) != null", "format('{0}', -1) != null");
    row("(a < 1) == true", "a < 1 == true");
}

/// What is written out is the same expression.
void TestExpression::isWrittenOutAsItReads()
{
    QFETCH(QString, expected);
    const auto parsed = Expression::parse(QString::fromUtf8(QTest::currentDataTag()), start);
    QVERIFY(parsed);
    const QString text = textOf(parsed->root());
    QCOMPARE(text, expected);
    const auto again = Expression::parse(text, start);
    QVERIFY(again);
    QCOMPARE(textOf(again->root()), text);
}

void TestExpression::knowsWhoAsksForFailure()
{
    const auto asks = [](const char *source) {
        return Expression::parse(QString::fromUtf8(source), start).value().asksForFailure();
    };
    QVERIFY(asks("always()"));
    QVERIFY(asks("true && !failed()"));
    QVERIFY(asks("contains('x', failed())"));
    QVERIFY(!asks("inputs.always == 'failed()'"));
}

void TestExpression::templatesKeepTypesOrMakeText_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *source, const char *expected) {
        QTest::newRow(source) << QString::fromUtf8(expected);
    };
    row("plain", "\"plain\"");
    row("${{ inputs.count }}", "3");
    row("${{ inputs.repos }}", "[\"a\",\"b\"]");
    row("n=${{ inputs.count }}", "\"n=3\"");
    row("${{ inputs.count }}${{ inputs.flag }}", "\"3true\"");
    row("a ${{ '}}' }} b", "\"a }} b\"");
    row("${{ '${{' }}x", "\"${{x\"");
    row("x${{ inputs.none }}", "\"x\"");
    row("x${{ steps.next }}", "unknown");
    row("x ${{ inputs.repos }}", "a.yml:3:10 ${{ inputs.repos }} is a list and cannot stand inside "
                                 "a text. Use join(), or let it stand alone.");
    row("abc ${{ inputs.a", "a.yml:3:14 The expression that begins here has no end. Close it with "
                            "}}.");
    row("abc ${{ }}", "a.yml:3:18 The expression ends too early; a value or ')' is missing here.");
    row("one\ntwo ${{ ? }}",
        "a.yml:4:18 '?' has no meaning in an expression. It knows ! == != < <= "
        "> >= && || ( ) [ ] . and functions.");
}

void TestExpression::templatesKeepTypesOrMakeText()
{
    QFETCH(QString, expected);
    QCOMPARE(templateResult(QString::fromUtf8(QTest::currentDataTag())), expected);
}

void TestExpression::templatesNest()
{
    const auto part = Template::parse(QStringLiteral("${{ inputs.count }}"), start);
    const Template whole = Template::map(
        {{QStringLiteral("a"), Template::list({*part, Template::literal(Value(1))}, start)}},
        start);
    QVERIFY(!whole.constant());
    QCOMPARE(whole.references().size(), 1);
    QCOMPARE(whole.evaluate(scope()).value()[QStringLiteral("a")],
             Value(Value::List{Value(3), Value(1)}));
    const Value list(Value::List{Value(1), text("x")});
    QCOMPARE(Template::literal(list).constant(), std::optional<Value>(list));
    QCOMPARE(Template::literal(list).elements().size(), 2);
    QVERIFY(Template().isNull());
}

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
