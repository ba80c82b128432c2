// SPDX-License-Identifier: MIT
#include "core/run/redaction.h"

namespace Slipway {

Result<Reply> redacted(const Result<Reply> &reply, const SecretValues &secrets)
{
    if (!reply || secrets.isEmpty())
        return reply;
    Reply out = *reply;
    out.output = secrets.redacted(reply->output);
    out.errorOutput = secrets.redacted(reply->errorOutput);
    return out;
}

Outcome redacted(const Outcome &outcome, const SecretValues &secrets)
{
    if (secrets.isEmpty())
        return outcome;
    Outcome out = outcome;
    out.outputs = Value::fromJson(secrets.redacted(Value(outcome.outputs).toJson())).map();
    if (!outcome.error.isEmpty())
        out.error = Error::fromJson(secrets.redacted(outcome.error.toJson()).toObject());
    for (Evidence &evidence : out.evidence)
        evidence.note = secrets.redacted(evidence.note);
    return out;
}

Finding redacted(const Finding &finding, const SecretValues &secrets)
{
    if (secrets.isEmpty())
        return finding;
    Finding out = finding;
    out.outcome = redacted(finding.outcome, secrets);
    out.explanation = Message::fromJson(secrets.redacted(finding.explanation.toJson()).toObject());
    for (Fact &fact : out.facts)
        fact.value = secrets.redacted(fact.value);
    return out;
}

} // namespace Slipway
