// SPDX-License-Identifier: MIT
#include "core/yaml/yamlreader.h"

#include "core/yaml/yamlbuilder.h"
#include "core/yaml/yamlevents.h"

namespace Slipway {

Result<YamlNode> readYaml(const QByteArray &bytes, const QString &file)
{
    const YamlBytes source(bytes, file);
    if (const auto problem = unfitForYaml(source))
        return *problem;
    YamlBuilder builder(source);
    const auto failure = parseYamlEvents(source, builder, [&] { return !builder.problem(); });
    if (builder.problem())
        return *builder.problem();
    // An alias without its anchor never becomes an event.
    if (failure && source.byteAt(failure->offset) == '*')
        return YamlBuilder::aliasError().at(failure->error.place());
    if (failure)
        return failure->error;
    std::optional<YamlNode> root = builder.takeRoot();
    if (!root)
        return Error(QStringLiteral("yaml.empty"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The file is empty."))
            .at(Place{file, 1, 1});
    return std::move(*root);
}

} // namespace Slipway
