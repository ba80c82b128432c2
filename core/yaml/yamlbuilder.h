// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/yamlbytes.h"
#include "core/yaml/yamlnode.h"

#include <QSet>
#include <optional>
#include <string>
#include <vector>
#include <yaml-cpp/eventhandler.h>

namespace Slipway {

/// Makes the tree from the library's events. The first refusal is kept and everything after
/// it ignored: an event cannot stop the parser, and the file is small by now.
/// Private to core/yaml, since it shows the library's types.
class YamlBuilder final : public YAML::EventHandler
{
public:
    explicit YamlBuilder(const YamlBytes &bytes) : m_bytes(bytes) {}

    static Error aliasError();

    const std::optional<Error> &problem() const { return m_problem; }
    std::optional<YamlNode> takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    /// A collection that is still open.
    struct Level
    {
        YamlNode node;
        bool hasKey = false; ///< of a map: a key waits for its value
        QString key;
        Place keyPlace;
        QSet<QString> keys;
    };

    bool isKeyNext() const;
    bool accept(const YAML::Mark &mark, YAML::anchor_t anchor, bool isCollection);
    void open(YamlNode node);
    void close();
    void add(YamlNode node);
    void addKey(const YamlNode &node);
    bool checkText(const QString &text, const Place &place);
    void refuse(const Error &error, const Place &place);

    const YamlBytes &m_bytes; // not owned; outlives the builder
    std::optional<Error> m_problem;
    std::optional<YamlNode> m_root;
    std::vector<Level> m_levels;
    int m_documents = 0;
    int m_nodes = 0;
};

} // namespace Slipway
