// SPDX-License-Identifier: MIT
#include "core/yaml/yamlreader.h"

#include "core/yaml/yamlbuilder.h"
#include "core/yaml/yamlflowdepth.h"

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

/// Lets the library parse; what it throws ends here.
std::optional<Error> parse(const YamlBytes &bytes, YamlBuilder &builder)
{
    try {
        std::istringstream stream(bytes.bytes().toStdString());
        YAML::Parser parser(stream);
        while (!builder.problem() && parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::Exception &exception) {
        const Place place = bytes.placeAt(exception.mark.line, exception.mark.column);
        // An alias without its anchor never becomes an event.
        if (bytes.byteAt(bytes.offsetOf(exception.mark.line, exception.mark.column)) == '*')
            return YamlBuilder::aliasError().at(place);
        return syntaxError(QString::fromStdString(exception.msg)).at(place);
    } catch (const std::exception &exception) {
        return syntaxError(QString::fromLocal8Bit(exception.what())).at(bytes.placeOf(0));
    }
    return {};
}

} // namespace

Result<YamlNode> readYaml(const QByteArray &bytes, const QString &file)
{
    const YamlBytes source(bytes, file);
    if (const auto problem = source.problem())
        return *problem;
    const qsizetype tooDeep = flowDepthExceeded(source.bytes(), YamlLimits::levels);
    if (tooDeep >= 0)
        return Error(QStringLiteral("yaml.too-deep"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Lists and maps are nested more than %1 levels deep here. "
                                       "Make it flatter."),
                     {QString::number(YamlLimits::levels)})
            .at(source.placeOf(tooDeep));
    YamlBuilder builder(source);
    const std::optional<Error> failure = parse(source, builder);
    if (builder.problem())
        return *builder.problem();
    if (failure)
        return *failure;
    std::optional<YamlNode> root = builder.takeRoot();
    if (!root)
        return Error(QStringLiteral("yaml.empty"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The file is empty."))
            .at(Place{file, 1, 1});
    return std::move(*root);
}

} // namespace Slipway
