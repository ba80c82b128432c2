// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QString>

namespace Slipway {

/// Something the palette can bring one to, or do.
struct PaletteEntry
{
    QString id; ///< what chosen() gives back
    QString title;
    QString detail; ///< where it belongs: "step", "run 7f3a", a key

    bool operator==(const PaletteEntry &) const = default;
};

/// The entries that fit the words typed, the best first: all words occur; a title that begins
/// with them comes before one that holds them.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        IdRole = Qt::UserRole,
        DetailRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<PaletteEntry> &entries);
    void setWords(const QString &words);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();

    QList<PaletteEntry> m_all;
    QList<PaletteEntry> m_shown;
    QString m_words;
};

} // namespace Slipway
