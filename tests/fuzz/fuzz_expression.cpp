// SPDX-License-Identifier: MIT
// What may stand between ${{ and }}, alone or in a longer text, evaluated over values of each kind,
// and as in a rehearsal where little is known.
#include "tests/fuzz/fuzz.h"

#include "core/checklist/expression.h"

using namespace Slipway;

namespace {

Value text(const char *content)
{
    return Value(QString::fromLatin1(content));
}

/// A step that has ended, with outputs of each kind.
Value step(const Value &outputs)
{
    const Value instance(Value::Map{{QStringLiteral("instance"), text("a")},
                                    {QStringLiteral("outcome"), text("succeeded")},
                                    {QStringLiteral("outputs"), outputs}});
    return Value(Value::Map{{QStringLiteral("outcome"), text("succeeded")},
                            {QStringLiteral("outputs"), outputs},
                            {QStringLiteral("all"), Value(Value::List{instance, instance})}});
}

Value::Map values()
{
    return {{QStringLiteral("text"), text("a/b c")},
            {QStringLiteral("json"), text(R"({"a": [1, true, null, "x", 1.5]})")},
            {QStringLiteral("number"), Value(-7)},
            {QStringLiteral("large"), Value(qint64(9007199254740991))},
            {QStringLiteral("flag"), Value(true)},
            {QStringLiteral("nothing"), Value()},
            {QStringLiteral("list"), Value(Value::List{text("a"), Value(1), Value(false)})},
            {QStringLiteral("map"), Value(Value::Map{{QStringLiteral("a"), Value(1)}})}};
}

Scope known()
{
    const Value all(values());
    return {all,
            Value(Value::Map{{QStringLiteral("a"), step(all)}}),
            Value(Value::Map{{QStringLiteral("id"), text("abcdefghij23")},
                             {QStringLiteral("workspace"), text("/home/ana/work")}}),
            text("item"),
            all,
            true};
}

Scope rehearsed()
{
    Scope scope = known();
    scope.steps = Value(Value::Map{{QStringLiteral("a"), Value::unknown()}});
    scope.outputs = Value::unknown();
    return scope;
}

void mustSay(const Result<Value> &value)
{
    Fuzz::mustHold(value.isOk() || !value.error().message().isEmpty(), "an error says what");
}

void mustBeKnown(const Result<Value> &value)
{
    mustSay(value);
    if (!value)
        return;
    Fuzz::mustHold(!value->hasUnknown(), "what is made from known values is known");
    value->display();
}

void tryAlone(const QString &source)
{
    const auto expression = Expression::parse(source, {QStringLiteral("a.yaml"), 3, 5});
    if (!expression)
        return Fuzz::mustHold(expression.error().place().line >= 3, "an error has its place");
    for (const auto &reference : expression->references())
        Fuzz::mustHold(reference.place.line >= 3 && !reference.path.isEmpty(),
                       "a reference has its place");
    expression->asksForFailure();
    mustBeKnown(expression->evaluate(known()));
    mustSay(expression->evaluate(rehearsed()));
}

void tryInside(const QString &source)
{
    const auto made = Template::parse(source, {QStringLiteral("a.yaml"), 3, 5});
    if (!made)
        return Fuzz::mustHold(made.error().place().line >= 3, "an error has its place");
    mustBeKnown(made->evaluate(known()));
    mustSay(made->evaluate(rehearsed()));
    if (const auto constant = made->constant())
        Fuzz::mustHold(*constant == made->evaluate(known()).valueOr(Value()),
                       "a constant is its value");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString source = QString::fromUtf8(Fuzz::bytesOf(data, size));
    tryAlone(source);
    tryInside(source);
    return 0;
}
