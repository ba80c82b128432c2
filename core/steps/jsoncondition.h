// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/checklist/jsonpath.h"

#include <QJsonValue>

namespace Slipway {

/// What must hold of one place in a JSON document: {at: 'models[0].name', is: forecast}. The
/// tests are is, is-not, contains (a text in a text, an element in a list), at-least, at-most
/// (numbers), length (of a text, list or object) and exists. A value.
class JsonCondition final
{
public:
    /// "json.condition" where it is none.
    static Result<JsonCondition> of(const Value &value);

    /// "json.not-so", in a sentence that names the place and what stands there.
    Result<void> check(const QJsonValue &document) const;
    /// As it reads in a list of conditions: "models[0].name is forecast".
    QString text() const;

private:
    JsonPath m_path;
    QString m_test;
    Value m_wanted;
};

} // namespace Slipway
