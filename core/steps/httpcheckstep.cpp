// SPDX-License-Identifier: MIT
#include "core/steps/httpcheckstep.h"

#include "core/checklist/secrethandle.h"
#include "core/checklist/types.h"
#include "core/http/httpclient.h"
#include "core/steps/httpevidence.h"
#include "core/steps/jsoncondition.h"
#include "core/steps/parameters.h"
#include "core/steps/programtext.h"
#include "core/steps/undoing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 usualTimeoutMs = 30'000;
constexpr qint64 longestTimeoutMs = 15 * 60 * 1000;
constexpr qsizetype longestDetail = 2000;

QList<ParameterSpec> parameters()
{
    return {
        oneOf({QStringLiteral("http"), QStringLiteral("https")},
              required(QStringLiteral("url"), Type::Url,
                       QT_TRANSLATE_NOOP("Slipway::Help", "The http or https address."))),
        oneOf({QStringLiteral("GET"), QStringLiteral("HEAD"), QStringLiteral("POST")},
              optional(QStringLiteral("method"), Type::Choice,
                       QT_TRANSLATE_NOOP("Slipway::Help",
                                         "GET unless said. POST only to ask something: the step "
                                         "may be repeated, so it must not change anything."))),
        withSecret(SecretPlace::Members,
                   optional(QStringLiteral("headers"), Type::Map,
                            QT_TRANSLATE_NOOP("Slipway::Help",
                                              "Headers and their values. What tells who asks, "
                                              "such as Authorization, has to be a secret."))),
        optional(
            QStringLiteral("bearer"), Type::Secret,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "A token, a secret, that is sent as \"Authorization: Bearer\".")),
        withDash(optional(QStringLiteral("body"), Type::Any,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "What POST sends: a text, or a map or list that is "
                                            "sent as JSON."))),
        listOf(Type::Number,
               optional(QStringLiteral("status"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "The statuses that are right; 200 unless said."))),
        listOf(Type::Map,
               optional(QStringLiteral("json"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "What must hold of the reply as JSON: {at: "
                                          "'models[0].name', is: forecast}; also is-not, contains, "
                                          "at-least, at-most, length, exists."))),
        withDash(
            optional(QStringLiteral("contains"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "A text that the reply must contain."))),
        optional(QStringLiteral("timeout"), Type::Duration,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "How long the reply may take, at most 15m; 30s unless said.")),
        optional(QStringLiteral("redirects"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Whether up to three redirects are followed; yes unless said. "
                                   "Another server does not get the headers."))};
}

KindSpec httpSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("http.check");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Asks an address and fails unless the reply is as it should be; "
                                  "the reply is kept to look at.");
    spec.parameters = parameters();
    spec.outputs = {
        {QStringLiteral("status"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "The status of the reply.")},
        {QStringLiteral("body"), Type::Prose,
         QT_TRANSLATE_NOOP("Slipway::Help", "The beginning of the reply, at most 16 KiB.")},
        {QStringLiteral("milliseconds"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How long it took.")},
        {QStringLiteral("url"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The address that answered in the end.")}};
    spec.evidence = {QStringLiteral("reply")};
    spec.canBePolled = true;
    return spec;
}

/// A header that says who asks. Its value has to be a secret, which reaches a request only when
/// it is made: a value that stands in the parameters stands in the journal.
bool isSecretHeader(const QString &name)
{
    static const QStringList names{
        QStringLiteral("authorization"), QStringLiteral("cookie"),
        QStringLiteral("x-api-key"),     QStringLiteral("api-key"),
        QStringLiteral("x-auth-token"),  QStringLiteral("private-token")};
    return names.contains(name.toLower());
}

/// The bytes of a secret. In a plan, where none is known, what stands for it in checks.
Result<QByteArray> secretBytes(const QString &name, const SecretValues *secrets)
{
    if (!secrets)
        return QByteArray("secret");
    if (const auto value = secrets->value(name))
        return value->trimmed().toUtf8();
    return Error(QStringLiteral("http.no-secret"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The secret '%1' is not known here. Give it, then try again."),
                 {name});
}

/// secrets: nullptr in a plan.
Result<HttpHeaders> headersOf(const Value::Map &with, const SecretValues *secrets)
{
    HttpHeaders headers;
    Value::Map given = with[QStringLiteral("headers")].map();
    const QString bearer = secretName(with[QStringLiteral("bearer")]);
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const QString name = secretName(*it);
        if (name.isEmpty() && isSecretHeader(it.key()))
            return Error(QStringLiteral("http.secret-header"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The value of the header %1 has to be a secret, since "
                                           "everybody who sees the run sees what stands here. "
                                           "Write ${{ secrets.NAME }}."),
                         {it.key()});
        const auto value = name.isEmpty() ? it->display().toUtf8() : secretBytes(name, secrets);
        if (!value)
            return value.error();
        headers.append({it.key().toUtf8(), *value});
    }
    if (bearer.isEmpty())
        return headers;
    const auto token = secretBytes(bearer, secrets);
    if (!token)
        return token.error();
    headers.append({"Authorization", "Bearer " + *token});
    return headers;
}

bool hasHeader(const HttpHeaders &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Result<void> addBody(const Value::Map &with, HttpRequest *request)
{
    const Value body = with[QStringLiteral("body")];
    if (body.isNull())
        return {};
    if (request->method != "POST")
        return Error(QStringLiteral("http.body"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 sends no body. Leave \"body\" out, or set \"method\" to "
                                       "POST."),
                     {QString::fromLatin1(request->method)});
    const bool isJson = body.isMap() || body.isList();
    request->body = body.display().toUtf8();
    if (!hasHeader(request->headers, "Content-Type"))
        request->headers.append(std::pair<QByteArray, QByteArray>(
            "Content-Type", isJson ? "application/json" : "text/plain; charset=utf-8"));
    return {};
}

Result<HttpRequest> requestOf(const Value::Map &with, const SecretValues *secrets)
{
    HttpRequest request;
    request.url = with[QStringLiteral("url")].text();
    const QString method = with[QStringLiteral("method")].text();
    if (!method.isEmpty())
        request.method = method.toLatin1();
    const auto headers = headersOf(with, secrets);
    if (!headers)
        return headers.error();
    request.headers = *headers;
    if (const auto added = addBody(with, &request); !added)
        return added.error();
    const Value timeout = with[QStringLiteral("timeout")];
    const auto ms = timeout.isNull() ? Result<qint64>(usualTimeoutMs) : durationMs(timeout.text());
    if (!ms)
        return ms.error();
    request.timeoutMs = int(std::clamp<qint64>(*ms, 1, longestTimeoutMs));
    const Value redirects = with[QStringLiteral("redirects")];
    if (!redirects.isNull() && !redirects.flag())
        request.maxRedirects = 0;
    return request;
}

QList<qint64> statusesOf(const Value::Map &with)
{
    QList<qint64> statuses;
    const Value::List list = with[QStringLiteral("status")].list();
    for (const Value &status : list)
        statuses.append(status.number());
    return statuses.isEmpty() ? QList<qint64>{200} : statuses;
}

Result<QList<JsonCondition>> conditionsOf(const Value::Map &with)
{
    QList<JsonCondition> conditions;
    const Value::List list = with[QStringLiteral("json")].list();
    for (const Value &each : list) {
        const auto condition = JsonCondition::of(each);
        if (!condition)
            return condition.error();
        conditions.append(*condition);
    }
    return conditions;
}

QString joined(const QList<qint64> &numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts.append(QString::number(number));
    return texts.join(QStringLiteral(", "));
}

Result<void> checkStatus(const HttpReply &reply, const Value::Map &with)
{
    const QList<qint64> wanted = statusesOf(with);
    if (wanted.contains(reply.status))
        return {};
    const QString words = plainOutput(QString::fromUtf8(reply.reason)).left(100);
    return Error(QStringLiteral("http.status"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 answered with the status %2 (%3), not %4. The reply is kept "
                                   "to look at."),
                 {reply.url, QString::number(reply.status), words, joined(wanted)});
}

Result<void> checkJson(const HttpReply &reply, const QList<JsonCondition> &conditions)
{
    if (conditions.isEmpty())
        return {};
    if (reply.isTruncated)
        return Error(QStringLiteral("http.too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The reply is larger than the 1 MiB that is read, so its "
                                       "conditions cannot be checked."));
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(reply.body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error(QStringLiteral("http.bad-json"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The reply is no JSON object or list: %1 at byte %2."),
                     {problem.errorString(), QString::number(problem.offset)});
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const JsonCondition &condition : conditions) {
        if (const auto holds = condition.check(value); !holds)
            return holds;
    }
    return {};
}

Result<void> checkReply(const HttpReply &reply, const Value::Map &with)
{
    const auto conditions = conditionsOf(with);
    if (!conditions)
        return conditions.error();
    if (const auto checked = checkStatus(reply, with); !checked)
        return checked;
    const QString contains = with[QStringLiteral("contains")].text();
    if (!contains.isEmpty() && !reply.body.contains(contains.toUtf8()))
        return Error(QStringLiteral("http.text"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The reply does not contain «%1». It is kept to look at."),
                     {contains});
    return checkJson(reply, *conditions);
}

Value::Map outputsOf(const HttpReply &reply)
{
    return {{QStringLiteral("status"), Value(reply.status)},
            {QStringLiteral("body"), Value(shownBody(reply))},
            {QStringLiteral("milliseconds"), Value(reply.milliseconds)},
            {QStringLiteral("url"), Value(reply.url)}};
}

Outcome asked(const Intent &intent, const StepContext &context, bool keepsFailures)
{
    const auto request = requestOf(intent.with, &context.secrets);
    if (!request)
        return Outcome::failed(request.error());
    const auto reply = askHttp(*request, context.stop);
    if (!reply && reply.error().code() == u"http.stopped")
        return Outcome::cancelled();
    if (!reply)
        return Outcome::failed(reply.error());
    const QByteArray shown = shownReply(*reply);
    const auto checked = checkReply(*reply, intent.with);
    if (!checked && !keepsFailures)
        return Outcome::failed(
            checked.error().withDetail(QString::fromUtf8(shown).left(longestDetail)));
    const auto evidence =
        storeEvidence(context, QStringLiteral("reply"), QStringLiteral("text"), shown,
                      QStringLiteral("%1, %2 ms").arg(reply->status).arg(reply->milliseconds));
    if (!evidence)
        return Outcome::failed(evidence.error());
    if (!checked)
        return Outcome::failed(checked.error(), {*evidence});
    return Outcome::succeeded(outputsOf(*reply), {*evidence});
}

} // namespace

HttpCheckStep::HttpCheckStep() : m_spec(httpSpec()) {}

Result<Plan> HttpCheckStep::plan(const Value::Map &with, const StepContext &) const
{
    const auto request = requestOf(with, nullptr);
    if (!request)
        return request.error();
    if (const auto checked = checkRequest(*request); !checked)
        return checked.error();
    const auto conditions = conditionsOf(with);
    if (!conditions)
        return conditions.error();
    Plan plan;
    plan.undo = nothingToUndo();
    const QString method = QString::fromLatin1(request->method);
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Asks %1 and looks at the reply."),
                           {request->url});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Asks")), method + u' ' + request->url},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Statuses of success")),
         joined(statusesOf(with))},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "At most")),
         QStringLiteral("%1 s").arg((request->timeoutMs + 999) / 1000)}};
    const QStringList secrets = secretNames(Value(with));
    if (!secrets.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Sends the secret")),
                           secrets.join(QStringLiteral(", "))});
    for (const JsonCondition &condition : *conditions)
        plan.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Must hold")), condition.text()});
    return plan;
}

Outcome HttpCheckStep::act(const Intent &intent, const StepContext &context) const
{
    return asked(intent, context, true);
}

/// It may be asked a thousand times: a reply that is not the one awaited is in the log alone.
Outcome HttpCheckStep::question(const Intent &intent, const StepContext &context) const
{
    return asked(intent, context, false);
}

Result<Aftermath> HttpCheckStep::rehearse(const Intent &, const StepContext &, Overlay &) const
{
    return Aftermath(); // it only asks
}

Finding HttpCheckStep::probe(const Intent &, const StepContext &) const
{
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Asking changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
