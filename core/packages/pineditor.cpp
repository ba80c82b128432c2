// SPDX-License-Identifier: MIT
#include "core/packages/pineditor.h"

#include "core/packages/packagename.h"

#include <algorithm>

namespace Slipway {

PinEditor::PinEditor(const QByteArray &bytes, PinFileKind kind, LocatedPins located,
                     const PinEditOptions &options)
    : m_bytes(bytes), m_kind(kind), m_located(std::move(located))
{
    for (const QString &name : options.only)
        m_only.append(normalPackageName(name));
    for (const QString &name : options.except)
        m_except.append(normalPackageName(name));
}

bool PinEditor::isChosen(const QString &normalName) const
{
    return !m_except.contains(normalName) && (m_only.isEmpty() || m_only.contains(normalName));
}

void PinEditor::leaveAlone(const Pin &pin, const Message &why)
{
    m_leftAlone.append({pin.line, pin.name, why});
}

void PinEditor::setSpecifier(qsizetype index, const QByteArray &before, const QByteArray &version,
                             const QByteArray &after)
{
    addChange(index, pins().at(index).specifier, before + version + after, version);
}

void PinEditor::setVersion(qsizetype index, const QByteArray &version)
{
    addChange(index, pins().at(index).versionRange, version, version);
}

QList<LeftAlone> PinEditor::leftAlone() const
{
    QList<LeftAlone> all = m_leftAlone;
    for (const LeftAlone &place : m_located.leftAlone)
        if (place.name.isEmpty() || isChosen(normalPackageName(place.name)))
            all.append(place);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    return all;
}

Result<QByteArray> PinEditor::newBytes() const
{
    QByteArray bytes;
    qsizetype done = 0;
    for (const Change &change : m_changes) {
        bytes += m_bytes.mid(done, change.range.begin - done) + change.text;
        done = change.range.end;
    }
    bytes += m_bytes.mid(done);
    if (!m_changes.isEmpty() && !readsAsMeant(bytes))
        return Error(QStringLiteral("packages.edit-unsafe"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The versions could not be changed safely: the edited "
                                       "file would not read as meant. Edit it by hand."));
    return bytes;
}

void PinEditor::addChange(qsizetype index, ByteRange range, const QByteArray &text,
                          const QByteArray &version)
{
    if (range.of(m_bytes) == text)
        return;
    const Pin &pin = pins().at(index);
    const QByteArray oldText = pin.text.of(m_bytes);
    QByteArray newText = oldText;
    newText.replace(range.begin - pin.text.begin, range.size(), text);
    m_edits.append({pin.line, pin.name, QString::fromUtf8(oldText), QString::fromUtf8(newText),
                    QString::fromUtf8(pin.version), QString::fromUtf8(version)});
    m_changes.append({index, range, text, version});
}

bool PinEditor::readsAsMeant(const QByteArray &bytes) const
{
    const auto again = locatePins(bytes, m_kind);
    if (!again || again->pins.size() != pins().size())
        return false;
    auto change = m_changes.cbegin();
    for (qsizetype i = 0; i < pins().size(); ++i) {
        const bool isChanged = change != m_changes.cend() && change->pin == i;
        const Pin &before = pins().at(i);
        const Pin &after = again->pins.at(i);
        const QByteArray wanted = isChanged ? change->version : before.version;
        if (after.normalName != before.normalName || after.extras != before.extras ||
            after.marker != before.marker || after.version != wanted)
            return false;
        if (isChanged)
            ++change;
    }
    return true;
}

} // namespace Slipway
