// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "ui/pages/machinefact.h"

#include <QWidget>

namespace Slipway {

struct SecretFact;

/// Where one input is typed or chosen. Made by createInputEditor() after the input's type.
class InputEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual Value value() const = 0;
    /// Does not emit changed().
    virtual void setValue(const Value &value) = 0;
    /// A red outline.
    virtual void setInvalid(bool isInvalid) = 0;
    /// The name of what is typed here, for those who hear the window.
    virtual void setSpokenName(const QString &name) = 0;
    /// The folders it names; their facts are asked for by the page.
    virtual QStringList directories() const { return {}; }
    virtual void setDirectoryFact(const QString &path, const DirectoryFact &fact);
    virtual void retranslate() {}

    /// Of a secret: where it is kept.
    virtual void setSecretFact(const SecretFact &fact);
    /// It is kept, or something was typed.
    virtual bool isFilled() const { return false; }
    /// Lets what was typed go by secretTyped(), if there is something.
    virtual void submit() {}

Q_SIGNALS:
    void changed();
    void secretTyped(const QString &value);
    void forgotten(); ///< the secret is to be forgotten
};

/// The editor for an input's type; the caller owns it.
InputEditor *createInputEditor(const InputSpec &spec);

/// A leading home folder written as ~, for showing.
QString homeShortened(const QString &path);
/// The same path with ~ written out.
QString homeExpanded(const QString &path);

} // namespace Slipway
