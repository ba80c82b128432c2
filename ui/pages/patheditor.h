// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/inputeditor.h"

class QLineEdit;

namespace Slipway {

class Button;
class ProseLabel;
class StateIcon;

/// One folder or one file: typed, chosen or dropped, with what was found there.
class PathEditor final : public InputEditor
{
    Q_OBJECT

public:
    enum class Kind
    {
        Directory,
        File
    };
    explicit PathEditor(Kind kind, QWidget *parent = nullptr);

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
    QString path() const;
    void browse();
    void take(const QString &path);

    Kind m_kind;
    QLineEdit *m_line;
    Button *m_browse;
    QWidget *m_factRow;
    StateIcon *m_icon;
    ProseLabel *m_fact;
};

} // namespace Slipway
