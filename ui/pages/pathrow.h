// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/machinefact.h"
#include "ui/theme/statemark.h"

#include <QWidget>

namespace Slipway {

class ElidedLabel;
class LinkLabel;
class ProseLabel;
class StateIcon;

/// The mark for what was found.
Mark markOf(MachineFact::State state);

/// A folder in a list: a mark, its path, what was found in it, a link to take it out.
class PathRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PathRow(const QString &path, QWidget *parent = nullptr);

    QString path() const { return m_path; }
    void setFact(const DirectoryFact &fact);
    void retranslate();

Q_SIGNALS:
    void removed();

private:
    QString m_path;
    StateIcon *m_icon;
    ElidedLabel *m_label;
    ProseLabel *m_found;
    LinkLabel *m_remove;
};

} // namespace Slipway
