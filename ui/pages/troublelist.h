// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace Slipway {

class SectionHeading;

/// What one may look at when a step does not work: a question, and below it the commands that
/// answer it, each ready to be copied. Hides itself while there is nothing to show.
class TroubleList final : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleList(QWidget *parent = nullptr);

    /// The help of the step, of which the commands are shown.
    void setHelp(const QString &help);
    void retranslate();

private:
    QString m_help;
    SectionHeading *m_heading;
    QVBoxLayout *m_column;
    QList<QWidget *> m_parts;
};

} // namespace Slipway
