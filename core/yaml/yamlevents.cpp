// SPDX-License-Identifier: MIT
#include "core/yaml/yamlevents.h"

#include "core/yaml/yamlflowdepth.h"
#include "core/yaml/yamlreader.h"

#include <exception>
#include <sstream>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace Slipway {

namespace {

Error syntaxError(const QString &reason)
{
    return Error(QStringLiteral("yaml.syntax"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "This is not YAML: %1. Look at the indentation, the quotes and "
                                   "the brackets here and just before."),
                 {reason});
}

} // namespace

std::optional<Error> unfitForYaml(const YamlBytes &bytes)
{
    if (const auto problem = bytes.problem())
        return problem;
    const qsizetype tooDeep = flowDepthExceeded(bytes.bytes(), YamlLimits::levels);
    if (tooDeep < 0)
        return {};
    return Error(QStringLiteral("yaml.too-deep"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Lists and maps are nested more than %1 levels deep here. "
                                   "Make it flatter."),
                 {QString::number(YamlLimits::levels)})
        .at(bytes.placeOf(tooDeep));
}

std::optional<YamlFailure> parseYamlEvents(const YamlBytes &bytes, YAML::EventHandler &handler,
                                           const std::function<bool()> &goesOn)
{
    try {
        std::istringstream stream(bytes.bytes().toStdString());
        YAML::Parser parser(stream);
        while (goesOn() && parser.HandleNextDocument(handler)) {
        }
    } catch (const YAML::Exception &exception) {
        const qsizetype offset = bytes.offsetOf(exception.mark.line, exception.mark.column);
        const QString reason = QString::fromStdString(exception.msg);
        return YamlFailure{syntaxError(reason).at(bytes.placeOf(offset)), offset};
    } catch (const std::exception &exception) {
        const QString reason = QString::fromLocal8Bit(exception.what());
        return YamlFailure{syntaxError(reason).at(bytes.placeOf(0)), 0};
    }
    return {};
}

} // namespace Slipway
