// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/compareservices.h"

#include <QAbstractListModel>
#include <QSet>

namespace Slipway {

/// What can be added to the comparison, and whether it is there already: the engine's images and
/// containers that hold the words typed, and what was typed itself where it names a source.
class OfferModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        SourceRole = Qt::UserRole,
        NoteRole,
        KindRole, ///< "image", "container", "source", in the window's language
        ChosenRole
    };
    using QAbstractListModel::QAbstractListModel;

    void setOffers(const QList<SourceOffer> &offers);
    void setWords(const QString &words);
    void setChosen(const QStringList &sources);
    bool hasOffers() const { return !m_offers.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void refresh();
    QString typedSource() const;

    QList<SourceOffer> m_offers;
    QString m_words;
    QSet<QString> m_chosen;
    QList<SourceOffer> m_shown;
    bool m_isFirstTyped = false;
};

} // namespace Slipway
