// SPDX-License-Identifier: MIT
#include "ui/pages/inputeditor.h"

#include "ui/pages/choiceeditor.h"
#include "ui/pages/flageditor.h"
#include "ui/pages/lineeditor.h"
#include "ui/pages/patheditor.h"
#include "ui/pages/pathlisteditor.h"
#include "ui/pages/proseeditor.h"
#include "ui/pages/secreteditor.h"

#include <QDir>

namespace Slipway {

void InputEditor::setDirectoryFact(const QString &, const DirectoryFact &) {}

void InputEditor::setSecretFact(const SecretFact &) {}

InputEditor *createInputEditor(const InputSpec &spec)
{
    switch (spec.type.type) {
    case Type::Flag:
        return new FlagEditor;
    case Type::Choice:
        return new ChoiceEditor(spec.type.choices);
    case Type::Prose:
        return new ProseEditor(ProseEditor::Form::Text);
    case Type::Directory:
        return new PathEditor(PathEditor::Kind::Directory);
    case Type::File:
        return new PathEditor(PathEditor::Kind::File);
    case Type::List:
        if (spec.type.element == Type::Directory)
            return new PathListEditor;
        return new ProseEditor(ProseEditor::Form::Lines);
    case Type::Secret:
        return new SecretEditor;
    default:
        return new LineEditor(spec.type.type);
    }
}

QString homeShortened(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home)
        return QStringLiteral("~");
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size())
                                                    : path;
}

QString homeExpanded(const QString &path)
{
    const bool isHome = path == QLatin1String("~") || path.startsWith(QLatin1String("~/"));
    return isHome ? QDir::homePath() + path.mid(1) : path;
}

} // namespace Slipway
