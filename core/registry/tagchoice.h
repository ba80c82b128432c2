// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// A tag that was not chosen, and why.
struct TagLeftOut
{
    QString tag;
    Message why;
};

/// Which tag of an image may follow the one in use. A value; any thread.
struct TagChoice
{
    QString current; ///< empty: the image is named without a tag
    /// The newest stable tag of the same form and words with the same major number; empty: none.
    QString next;
    /// A decision of its own: the newest with another major number, or, where there is none, the
    /// newest on a later base (noble for jammy); empty: none.
    QString major;
    QList<TagLeftOut> others; ///< in the order they were given

    /// {current, next, major, others: [{tag, why}]}; current, next and major are texts or null.
    QJsonObject toJson() const;
};

/// Chooses among the tags that a registry has. Pure: looks at nothing but the texts.
TagChoice chooseTag(const QString &current, const QStringList &tags);

/// The tags of a file that holds one a line; empty lines and those that begin with # are none.
QStringList tagsOfLines(const QByteArray &bytes);

} // namespace Slipway
