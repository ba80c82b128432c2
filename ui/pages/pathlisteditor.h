// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

#include <QHash>

class QVBoxLayout;

namespace Slipway {

class Button;
class PathRow;
class ProseLabel;

/// A list of folders: chosen, dropped, taken out; each with what was found in it.
class PathListEditor final : public InputEditor
{
    Q_OBJECT

public:
    explicit PathListEditor(QWidget *parent = nullptr);

    Value value() const override;
    void setValue(const Value &value) override;
    void setInvalid(bool isInvalid) override;
    void setSpokenName(const QString &name) override;
    QStringList directories() const override;
    void setDirectoryFact(const QString &path, const DirectoryFact &fact) override;
    void retranslate() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void browse();
    void add(const QString &path);
    void remove(PathRow *row);

    QVBoxLayout *m_column;
    QList<PathRow *> m_rows;
    QHash<QString, DirectoryFact> m_facts;
    ProseLabel *m_none;
    Button *m_add;
};

/// The local folders among what is dragged.
QStringList draggedFolders(const QDropEvent *event);

} // namespace Slipway
