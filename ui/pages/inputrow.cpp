// SPDX-License-Identifier: MIT
#include "ui/pages/inputrow.h"

#include "ui/pages/inputeditor.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>

namespace Slipway {

namespace {

bool isEmptyValue(const Value &value)
{
    if (value.isList())
        return value.list().isEmpty();
    return value.isNull() || (value.isText() && value.text().trimmed().isEmpty());
}

} // namespace

InputRow::InputRow(const InputSpec &spec, const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_language(language)
    , m_editor(createInputEditor(spec))
    , m_label(new ProseLabel(Theme::Role::Strong))
    , m_help(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_error(new ProseLabel(Theme::Role::Small, Ink::Failed))
{
    arrange();
    if (spec.defaultValue)
        m_editor->setValue(*spec.defaultValue);
    else
        m_editor->setValue(Value());
    connect(m_editor, &InputEditor::changed, this, [this] {
        m_isTouched = true;
        Q_EMIT changed();
    });
    connect(m_editor, &InputEditor::secretTyped, this,
            [this](const QString &value) { Q_EMIT secretTyped(m_spec.name, value); });
    connect(m_editor, &InputEditor::forgotten, this,
            [this] { Q_EMIT secretForgotten(m_spec.name); });
    showTexts();
    check();
}

void InputRow::arrange()
{
    const auto px = [](int units) { return theme().px(units); };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, px(10), 0, px(11));
    row->setSpacing(px(20));
    auto *labelBox = new QVBoxLayout;
    labelBox->setContentsMargins(0, px(6), 0, 0);
    m_label->setFixedWidth(px(210));
    labelBox->addWidget(m_label);
    labelBox->addStretch(1);
    row->addLayout(labelBox);
    auto *field = new QVBoxLayout;
    field->setSpacing(px(5));
    field->addWidget(m_editor);
    m_help->setMaximumTextWidth(560);
    m_error->setMaximumTextWidth(560);
    field->addWidget(m_help);
    field->addWidget(m_error);
    row->addLayout(field, 1);
}

Value InputRow::value() const
{
    return m_editor->value();
}

void InputRow::setValue(const Value &value)
{
    m_editor->setValue(value);
    check();
}

QStringList InputRow::directories() const
{
    return m_editor->directories();
}

void InputRow::setDirectoryFact(const QString &path, const DirectoryFact &fact)
{
    m_facts.insert(path, fact);
    m_editor->setDirectoryFact(path, fact);
}

void InputRow::setSecretFact(const SecretFact &fact)
{
    m_editor->setSecretFact(fact);
    check();
}

void InputRow::submitSecret()
{
    m_editor->submit();
}

void InputRow::setLanguage(const QString &language)
{
    m_language = language;
    showTexts();
    check();
}

void InputRow::showTexts()
{
    const QString title = m_spec.title.in(m_language);
    m_label->setSpans({{title.isEmpty() ? m_spec.name : title, Span::Style::Plain}});
    const QString help = m_spec.help.in(m_language);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    m_editor->setSpokenName(m_label->text());
    m_editor->retranslate();
}

void InputRow::check()
{
    const QString sentence = problem();
    m_isGood = sentence.isEmpty();
    const bool isShown = !m_isGood && (!m_isMissing || m_isTouched);
    m_error->setText(sentence);
    m_error->setVisible(isShown);
    m_editor->setInvalid(isShown);
}

QString InputRow::problem()
{
    if (m_spec.isSecret()) {
        m_isMissing = m_spec.isRequired && !m_editor->isFilled();
        return m_isMissing ? tr("This is needed before the run can start.") : QString();
    }
    const Value value = m_editor->value();
    m_isMissing = isEmptyValue(value) && m_spec.isRequired;
    if (m_isMissing)
        return tr("This is needed before the run can start.");
    if (isEmptyValue(value))
        return {};
    const Result<Value> conforming = conform(value, m_spec.type);
    if (!conforming)
        return conforming.error().translated();
    const QString pattern = patternProblem(value.text());
    return pattern.isEmpty() ? directoryProblem() : pattern;
}

QString InputRow::patternProblem(const QString &text) const
{
    if (m_spec.pattern.isEmpty())
        return {};
    const QRegularExpression expression(QRegularExpression::anchoredPattern(m_spec.pattern));
    if (!expression.isValid() || expression.match(text).hasMatch())
        return {};
    const QString help = m_spec.patternHelp.in(m_language);
    return help.isEmpty() ? tr("This does not have the form %1.").arg(m_spec.pattern) : help;
}

QString InputRow::directoryProblem() const
{
    const QStringList paths = m_editor->directories();
    for (const QString &path : paths) {
        const DirectoryFact fact = m_facts.value(path);
        if (fact.state == MachineFact::State::Missing) {
            return paths.size() > 1 ? tr("%1: %2").arg(homeShortened(path), fact.text) : fact.text;
        }
    }
    return {};
}

void InputRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_editor->retranslate();
    QWidget::changeEvent(event);
}

void InputRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokens().line);
}

} // namespace Slipway
