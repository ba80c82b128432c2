// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Slipway {

/// One node of a YAML file that some other program wrote the rules for, and where it stands.
struct YamlItem
{
    enum class Kind
    {
        Null,
        Scalar,
        Alias,
        List,
        Map
    };

    Kind kind = Kind::Null;
    QByteArray text; ///< of a scalar, escapes and folding undone
    QByteArray tag;  ///< such as "!reset"; empty: none
    /// Where the bytes of a scalar's text stand as themselves, without quotes, counted from the
    /// first byte of the file; -1 if they do not (escapes, several lines).
    qsizetype textBegin = -1;
    int line = 0;        ///< from 1, of the node or its anchor
    int target = -1;     ///< of an alias: the item that it stands for
    QList<int> children; ///< elements; of a map key, value, key, value, …
};

/// A whole file. Nodes are numbers of items; a node stands before its children.
struct YamlItems
{
    QList<YamlItem> items;
    QList<int> documents; ///< the root of each

    const YamlItem &at(int node) const { return items.at(node); }
    /// The node, or what it stands for if it is an alias.
    int resolved(int node) const;
    /// The value of a map's key, not resolved; -1 if there is none (or it is no map), the
    /// first if there are several.
    int value(int map, const char *key) const;
    /// How often a map has that key.
    int count(int map, const char *key) const;
};

/// Reads any YAML with the places that an editor needs: unlike readYaml() it takes anchors,
/// aliases, tags, merge keys, duplicate keys and several documents, and expands none of them.
/// YamlLimits holds. Any thread. Errors: "yaml.syntax", "yaml.not-utf8", "yaml.too-large" and
/// their like, with their place.
Result<YamlItems> readYamlItems(const QByteArray &bytes, const QString &file);

} // namespace Slipway
