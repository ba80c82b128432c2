// SPDX-License-Identifier: MIT
#include "ui/window/palettemodel.h"

namespace Slipway {

namespace {

constexpr int mostShown = 60;

/// Lower is better; -1: does not fit.
int rank(const PaletteEntry &entry, const QString &words)
{
    const QString title = entry.title.toCaseFolded();
    const QString text = title + QLatin1Char(' ') + entry.detail.toCaseFolded();
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!text.contains(word))
            return -1;
    }
    if (title.startsWith(words))
        return 0;
    return title.contains(words) ? 1 : 2;
}

} // namespace

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    m_all = entries;
    filter();
}

void PaletteModel::setWords(const QString &words)
{
    m_words = words.trimmed().toCaseFolded();
    filter();
}

void PaletteModel::filter()
{
    beginResetModel();
    m_shown.clear();
    for (const int wanted : {0, 1, 2}) {
        for (const PaletteEntry &entry : std::as_const(m_all)) {
            if (m_shown.size() < mostShown && rank(entry, m_words) == wanted)
                m_shown.append(entry);
        }
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const PaletteEntry &entry = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(entry.title, entry.detail);
    case IdRole:
        return entry.id;
    case DetailRole:
        return entry.detail;
    default:
        return {};
    }
}

} // namespace Slipway
