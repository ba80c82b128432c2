// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pinediting.h"

#include <QHash>
#include <QMap>

namespace Slipway {

/// Collects changes of the pins of one file, makes them all at once and checks that the new
/// bytes read as meant and that nothing else changed. Keeps a reference to the bytes.
class PinEditor final
{
public:
    PinEditor(const QByteArray &bytes, PinFileKind kind, LocatedPins located,
              const PinEditOptions &options);

    const QList<Pin> &pins() const { return m_located.pins; }
    bool isChosen(const Pin &pin) const;
    bool isChosenName(const QString &name) const;
    const QList<NamedFile> &files() const { return m_located.files; }

    void leaveAlone(const Pin &pin, const Message &why);
    /// Takes the version out with what stands around it. This and the following: once for each
    /// pin at most.
    void clear(qsizetype index);
    /// Sets the bytes of a whole specifier.
    void setSpecifier(qsizetype index, const QByteArray &before, const QByteArray &version,
                      const QByteArray &after);
    /// Sets a specifier whose version a variable holds; what it holds is not changed.
    void setVariable(qsizetype index, const QByteArray &before, const QByteArray &variable,
                     const QByteArray &after);
    void setVersion(qsizetype index, const QByteArray &version);
    /// Sets the version of a pin with hashes, and instead of them these.
    void setVersion(qsizetype index, const QByteArray &version, const QList<QByteArray> &hashes);

    const QList<PinEdit> &edits() const { return m_edits; }
    /// What was left alone, in the order of the file, what cannot be read as a pin included.
    QList<LeftAlone> leftAlone() const;
    /// Error: "packages.edit-unsafe".
    Result<QByteArray> newBytes() const;

private:
    struct Change
    {
        ByteRange range;
        QByteArray text;
    };
    /// What a changed pin is to say.
    struct Wanted
    {
        QByteArray version;
        QByteArray variable; ///< not empty: this, whatever it holds
    };

    bool addChange(ByteRange range, const QByteArray &text);
    void changeSpecifier(qsizetype index, const QByteArray &text, const Wanted &wanted);
    void tell(qsizetype index, int line, ByteRange shown, ByteRange range, const QByteArray &text,
              const QByteArray &version);
    bool readsAsChanged(const Pin &before, const Pin &after, qsizetype index) const;
    bool readsAsMeant(const QByteArray &bytes) const;

    const QByteArray &m_bytes;
    PinFileKind m_kind;
    LocatedPins m_located;
    QStringList m_only;
    QStringList m_except;
    QList<int> m_exceptLines;
    QMap<qsizetype, Change> m_changes; ///< by their first byte
    QHash<qsizetype, Wanted> m_wanted; ///< by the number of the pin
    QList<PinEdit> m_edits;
    QList<LeftAlone> m_leftAlone;
};

} // namespace Slipway
