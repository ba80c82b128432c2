// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pinediting.h"

namespace Slipway {

/// Collects changes of the pins of one file, makes them all at once and checks that the new
/// bytes read as meant and that nothing else changed. Keeps a reference to the bytes.
class PinEditor final
{
public:
    PinEditor(const QByteArray &bytes, PinFileKind kind, LocatedPins located,
              const PinEditOptions &options);

    const QList<Pin> &pins() const { return m_located.pins; }
    bool isChosen(const QString &normalName) const;

    void leaveAlone(const Pin &pin, const Message &why);
    /// Sets the bytes of a whole specifier. Call this and setVersion() in the order of the
    /// pins, once for each at most.
    void setSpecifier(qsizetype index, const QByteArray &before, const QByteArray &version,
                      const QByteArray &after);
    void setVersion(qsizetype index, const QByteArray &version);

    const QList<PinEdit> &edits() const { return m_edits; }
    /// What was left alone, in the order of the file, what cannot be read as a pin included.
    QList<LeftAlone> leftAlone() const;
    /// Error: "packages.edit-unsafe".
    Result<QByteArray> newBytes() const;

private:
    struct Change
    {
        qsizetype pin = 0;
        ByteRange range;
        QByteArray text;
        QByteArray version;
    };

    void addChange(qsizetype index, ByteRange range, const QByteArray &text,
                   const QByteArray &version);
    bool readsAsMeant(const QByteArray &bytes) const;

    const QByteArray &m_bytes;
    PinFileKind m_kind;
    LocatedPins m_located;
    QStringList m_only;
    QStringList m_except;
    QList<Change> m_changes;
    QList<PinEdit> m_edits;
    QList<LeftAlone> m_leftAlone;
};

} // namespace Slipway
