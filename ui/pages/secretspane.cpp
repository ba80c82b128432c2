// SPDX-License-Identifier: MIT
#include "ui/pages/secretspane.h"

#include "ui/pages/inputrow.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/pages/secretfact.h"
#include "ui/parts/facttable.h"
#include "ui/parts/proselabel.h"

#include <QVBoxLayout>

namespace Slipway {

SecretsPane::SecretsPane(QWidget *parent)
    : StepPane(parent)
    , m_sentence(new ProseLabel)
    , m_fields(new QVBoxLayout)
    , m_facts(new FactTable)
{
    auto *scroll = new ScrollColumn(900, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(8), 0, theme().px(28));
    body->setSpacing(theme().px(8));
    m_sentence->setMaximumTextWidth(760);
    m_fields->setSpacing(0);
    body->addWidget(m_sentence);
    body->addLayout(m_fields);
    body->addWidget(m_facts);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    retranslate();
}

void SecretsPane::setStep(const StepView &step, bool isSame)
{
    QStringList names;
    for (const SecretView &secret : step.awaitedSecrets)
        names.append(secret.name);
    m_step = step;
    // What is being typed stays while the same is asked for.
    if (!isSame || names != m_names) {
        m_names = names;
        createRows();
    }
    for (InputRow *row : std::as_const(m_rows))
        row->setSecretFact({SecretKeeper::Home::Nowhere, step.keyringProblem});
    QList<FactRow> facts;
    for (const FactView &fact : step.facts)
        facts.append({fact.label, fact.value});
    m_facts->setRows(facts);
    m_facts->setVisible(!facts.isEmpty());
    retranslate();
}

void SecretsPane::createRows()
{
    for (InputRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater(); // its signal may have led here
    }
    m_rows.clear();
    for (const SecretView &secret : std::as_const(m_step.awaitedSecrets)) {
        InputSpec spec;
        spec.name = secret.name;
        spec.title = LocalizedText(secret.title);
        spec.type.type = Type::Secret;
        auto *row = new InputRow(spec, QStringLiteral("en"));
        connect(row, &InputRow::secretTyped, this, &SecretsPane::secretTyped);
        m_fields->addWidget(row);
        m_rows.append(row);
    }
}

void SecretsPane::retranslate()
{
    m_sentence->setText(
        tr("This step needs a secret that this session does not know. It goes on by "
           "itself once you have given it."));
}

} // namespace Slipway
