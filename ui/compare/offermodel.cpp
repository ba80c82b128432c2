// SPDX-License-Identifier: MIT
#include "ui/compare/offermodel.h"

#include "core/packages/visibletext.h"

#include <QDir>

namespace Slipway {

void OfferModel::setOffers(const QList<SourceOffer> &offers)
{
    if (offers == m_offers)
        return;
    m_offers = offers;
    refresh();
}

void OfferModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    refresh();
}

void OfferModel::setChosen(const QStringList &sources)
{
    m_chosen = QSet<QString>(sources.cbegin(), sources.cend());
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

/// A path alone is a file or an environment; anything else must say what it is.
QString OfferModel::typedSource() const
{
    QString text = m_words;
    if (text.startsWith(QLatin1String("~/")))
        text = QDir::homePath() + text.mid(1);
    if (text.startsWith(u'/')) {
        const QFileInfo info(text);
        const bool isVenv = QFileInfo::exists(text + QLatin1String("/pyvenv.cfg"));
        text.prepend(QLatin1String(!info.isDir() ? "file:" : isVenv ? "venv:" : "dir:"));
    }
    return PackageSource::parse(text, QDir::currentPath()) ? text : QString();
}

void OfferModel::refresh()
{
    beginResetModel();
    m_shown.clear();
    const QString typed = typedSource();
    m_isFirstTyped = !typed.isEmpty();
    if (m_isFirstTyped)
        m_shown.append({SourceOffer::Kind::Image, typed, typed, {}});
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    for (const SourceOffer &offer : std::as_const(m_offers)) {
        const bool fits = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return offer.source.contains(word, Qt::CaseInsensitive);
        });
        if ((fits || m_isFirstTyped) && offer.source != typed)
            m_shown.append(offer);
    }
    endResetModel();
}

int OfferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant OfferModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceOffer &offer = m_shown[index.row()];
    const QString kind = m_isFirstTyped && index.row() == 0       ? tr("as you wrote it")
                         : offer.kind == SourceOffer::Kind::Image ? tr("image")
                                                                  : tr("container");
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(offer.name);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(visibleText(offer.name), kind,
                 m_chosen.contains(offer.source) ? tr("chosen") : tr("not chosen"));
    case SourceRole:
        return offer.source;
    case NoteRole:
        return visibleText(offer.note);
    case KindRole:
        return kind;
    case ChosenRole:
        return m_chosen.contains(offer.source);
    default:
        return {};
    }
}

} // namespace Slipway
