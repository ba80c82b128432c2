// SPDX-License-Identifier: MIT
#include "core/checklist/schema.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

QString translated(const char *help)
{
    return *help == '\0' ? QString() : QCoreApplication::translate("Slipway::Help", help);
}

QString typeText(const TypeSpec &type)
{
    QString text = typeName(type.type);
    if (type.type == Type::Any)
        text = translated(QT_TRANSLATE_NOOP("Slipway::Help", "any value"));
    const bool hasChoices = type.type == Type::Choice && !type.choices.isEmpty();
    if (hasChoices)
        text = type.choices.join(QLatin1String(", "));
    if (type.type == Type::List && type.element != Type::Any)
        text +=
            QStringLiteral(" (%1)").arg(typeText({type.element, type.choices, Type::Text, false}));
    return text;
}

QString cell(QString text)
{
    return text.replace(u'|', QLatin1String("\\|")).replace(u'\n', u' ');
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| %1 |\n").arg(cells.join(QLatin1String(" | ")));
}

QString header(const QStringList &cells)
{
    return row(cells) + row(QStringList(cells.size(), QStringLiteral("---")));
}

QString parametersOf(const KindSpec &kind)
{
    if (kind.parameters.isEmpty())
        return {};
    QString table = header({translated(QT_TRANSLATE_NOOP("Slipway::Help", "parameter")),
                            translated(QT_TRANSLATE_NOOP("Slipway::Help", "type")),
                            translated(QT_TRANSLATE_NOOP("Slipway::Help", "what it is"))});
    for (const ParameterSpec &parameter : kind.parameters) {
        const QString name = parameter.isRequired ? QStringLiteral("**%1**") : QStringLiteral("%1");
        table += row({name.arg(parameter.name), cell(typeText(parameter.type)),
                      cell(translated(parameter.help))});
    }
    return table + u'\n';
}

QString outputsOf(const KindSpec &kind)
{
    if (kind.outputs.isEmpty())
        return {};
    QString table = header({translated(QT_TRANSLATE_NOOP("Slipway::Help", "output")),
                            translated(QT_TRANSLATE_NOOP("Slipway::Help", "type")),
                            translated(QT_TRANSLATE_NOOP("Slipway::Help", "what it is"))});
    for (const OutputSpec &output : kind.outputs)
        table += row({output.name, cell(typeText({output.type, {}, Type::Any, false})),
                      cell(translated(output.help))});
    return table + u'\n';
}

} // namespace

QString kindsReference(const Catalogue &catalogue)
{
    QString page =
        QStringLiteral("# %1\n\n%2\n\n")
            .arg(translated(QT_TRANSLATE_NOOP("Slipway::Help", "All kinds of step")),
                 translated(QT_TRANSLATE_NOOP(
                     "Slipway::Help", "Made by `slipway schema --reference`. What stands in "
                                      "bold is needed.")));
    for (const KindSpec &kind : catalogue) {
        page += QStringLiteral("## %1\n\n%2\n\n").arg(kind.name, translated(kind.help));
        page += parametersOf(kind) + outputsOf(kind);
        if (!kind.evidence.isEmpty())
            page += translated(QT_TRANSLATE_NOOP("Slipway::Help", "Evidence: %1"))
                        .arg(kind.evidence.join(QLatin1String(", "))) +
                    QLatin1String("\n\n");
    }
    return page.trimmed() + u'\n';
}

} // namespace Slipway
