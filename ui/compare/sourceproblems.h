// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparesource.h"

#include <QWidget>

class QVBoxLayout;

namespace Slipway {

/// What is to be said about single sources: which could not be read and why, and remarks such as
/// a package that is there twice. A few at once; the rest one click away.
class SourceProblems final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceProblems(QWidget *parent = nullptr);

    void setSources(const QList<CompareSource> &sources, const QStringList &labels);
    void retranslate();

Q_SIGNALS:
    void readAgain(quint64 id);
    void remove(quint64 id);

private:
    struct Line
    {
        quint64 id = 0;
        bool isFailure = false;
        QString text;
        QString detail;

        bool operator==(const Line &) const = default;
    };
    void rebuild();
    QWidget *createLine(const Line &line);

    QVBoxLayout *m_column;
    QList<Line> m_lines;
    bool m_isOpen = false;
};

} // namespace Slipway
