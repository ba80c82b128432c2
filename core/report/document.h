// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// What a report is written to. All text is shown as text, whatever stands in it: markup is
/// escaped, and what cannot be seen is named, such as [U+202E].
class Document
{
public:
    /// A bar of the timeline; times in ms since 1970.
    struct Bar
    {
        QString title;
        qint64 from = 0;
        qint64 to = 0;
    };

    virtual ~Document() = default;
    Document() = default;
    Q_DISABLE_COPY_MOVE(Document)

    virtual void heading(int level, const QString &text) = 0;
    virtual void paragraph(const QString &text) = 0;
    virtual void table(const QStringList &head, const QList<QStringList> &rows) = 0;
    /// Kept line by line, in letters of one width.
    virtual void code(const QByteArray &text) = 0;
    virtual void timeline(const QList<Bar> &bars) = 0;
    virtual QByteArray take() = 0;
};

class HtmlDocument final : public Document
{
public:
    explicit HtmlDocument(const QString &title, const QString &language);

    void heading(int level, const QString &text) override;
    void paragraph(const QString &text) override;
    void table(const QStringList &head, const QList<QStringList> &rows) override;
    void code(const QByteArray &text) override;
    void timeline(const QList<Bar> &bars) override;
    QByteArray take() override;

private:
    QString m_text;
};

class MarkdownDocument final : public Document
{
public:
    void heading(int level, const QString &text) override;
    void paragraph(const QString &text) override;
    void table(const QStringList &head, const QList<QStringList> &rows) override;
    void code(const QByteArray &text) override;
    void timeline(const QList<Bar> &bars) override;
    QByteArray take() override;

private:
    QString m_text;
};

} // namespace Slipway
