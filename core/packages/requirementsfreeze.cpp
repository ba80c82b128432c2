// SPDX-License-Identifier: MIT
#include "core/packages/requirementsfreeze.h"

#include "core/packages/packagename.h"

#include <QMap>
#include <QSet>
#include <algorithm>

namespace Slipway {

namespace {

/// Changes which lines a requirements file has; the versions are right already.
class FreezeLines final
{
public:
    FreezeLines(const PinResult &pinned, const LocatedPins &located, const Inventory &inventory,
                const PinEditOptions &options)
        : m_result(pinned)
        , m_bytes(pinned.bytes)
        , m_located(located)
        , m_inventory(inventory)
        , m_options(options)
    {
        for (const Pin &pin : located.pins)
            m_listed.insert(pin.normalName);
        for (const LeftAlone &place : located.leftAlone)
            m_listed.insert(normalPackageName(place.name));
    }

    Result<PinResult> freeze()
    {
        for (const Pin &pin : m_located.pins)
            if (!m_inventory.find(pin.name) && isChosen(pin.name) && !isExceptLine(pin.line))
                remove(pin);
        m_usesHashes =
            std::any_of(m_located.pins.begin(), m_located.pins.end(), [this](const Pin &pin) {
                return !pin.hashes.isEmpty() && !m_removed.contains(pin.text.begin);
            });
        for (const InstalledPackage &package : m_inventory.packages())
            if (!m_listed.contains(normalPackageName(package.name)) && isChosen(package.name))
                add(package);
        m_result.unknownNames.clear();
        std::stable_sort(m_result.leftAlone.begin(), m_result.leftAlone.end(),
                         [](const auto &a, const auto &b) { return a.line < b.line; });
        if (!m_removals.isEmpty() || !m_additions.isEmpty())
            m_result.bytes = newBytes();
        if (!readsAsMeant())
            return Error(QStringLiteral("packages.edit-unsafe"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The versions could not be changed safely: the edited "
                                           "file would not read as meant. Edit it by hand."));
        return m_result;
    }

private:
    static bool isAmong(const QStringList &names, const QString &name)
    {
        return std::any_of(names.begin(), names.end(), [&](const QString &other) {
            return normalPackageName(other) == normalPackageName(name);
        });
    }

    bool isChosen(const QString &name) const
    {
        return !isAmong(m_options.except, name) &&
               (m_options.only.isEmpty() || isAmong(m_options.only, name));
    }

    bool isExceptLine(int line) const { return m_options.exceptLines.contains(line); }

    qsizetype lineStart(qsizetype byte) const
    {
        const qsizetype end = byte > 0 ? m_bytes.lastIndexOf('\n', byte - 1) : -1;
        return end < 0 && m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : end + 1;
    }

    /// Behind the end of the line.
    qsizetype lineEnd(qsizetype byte) const
    {
        const qsizetype end = m_bytes.indexOf('\n', byte);
        return end < 0 ? m_bytes.size() : end + 1;
    }

    bool isJoinedBefore(qsizetype start) const
    {
        const QByteArray line = m_bytes.mid(lineStart(start - 1), start - lineStart(start - 1));
        return start > 0 && line.trimmed().endsWith('\\');
    }

    void leaveAlone(int line, const QString &name, const Message &why)
    {
        m_result.leftAlone.append({line, name, why});
    }

    void remove(const Pin &pin)
    {
        if (!pin.marker.isEmpty()) {
            leaveAlone(pin.line, pin.name,
                       Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "it is not installed, and asked for under a "
                                                 "condition only: its line stays")));
            return;
        }
        const qsizetype last = pin.hashes.isEmpty() ? pin.text.end : pin.hashes.last().end;
        const ByteRange lines = {lineStart(pin.text.begin), lineEnd(last)};
        const bool isAlone =
            std::none_of(m_located.pins.begin(), m_located.pins.end(), [&](const Pin &other) {
                return other.text != pin.text && other.text.begin >= lines.begin &&
                       other.text.begin < lines.end;
            });
        const bool isWhole =
            m_bytes.mid(lines.begin, pin.text.begin - lines.begin).trimmed().isEmpty() &&
            !isJoinedBefore(lines.begin) && !lines.of(m_bytes).trimmed().endsWith('\\');
        if (!pin.isEditable())
            return; // which is told already
        if (!isAlone || !isWhole) {
            leaveAlone(pin.line, pin.name,
                       Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "it is not installed, and its line cannot be "
                                                 "taken out safely: edit it by hand")));
            return;
        }
        m_removals.append(lines);
        m_removed.insert(pin.text.begin);
        m_result.edits.append({pin.line,
                               pin.name,
                               QString::fromUtf8(pin.text.of(m_bytes)),
                               {},
                               QString::fromUtf8(pin.version),
                               {}});
    }

    void add(const InstalledPackage &package)
    {
        static const QStringList tools = {QStringLiteral("pip"), QStringLiteral("setuptools"),
                                          QStringLiteral("wheel"), QStringLiteral("distribute")};
        if (tools.contains(normalPackageName(package.name)))
            return;
        if (!package.parsed || package.isLocal() || !package.origin.isEmpty() ||
            package.isEditable) {
            leaveAlone(0, package.name,
                       Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "it is installed as %1, which no package index "
                                                 "has: add it by hand"),
                               {package.version}));
            return;
        }
        const QList<QByteArray> hashes = m_options.hashes.options(package.name, package.version);
        if (m_usesHashes && hashes.isEmpty()) {
            leaveAlone(0, package.name,
                       Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "the file has --hash values, and no wheel of %1 "
                                                 "is at hand to take one from: add it by hand"),
                               {package.version}));
            return;
        }
        const QByteArray pin = package.name.toUtf8() + "==" + package.version.toUtf8();
        QByteArray line = pin;
        if (m_usesHashes)
            line += " \\" + lineEndBytes() + "    " + hashes.join(" \\" + lineEndBytes() + "    ");
        const qsizetype place = placeFor(normalPackageName(package.name));
        m_additions[place].insert(normalPackageName(package.name), line);
        m_added.append({normalPackageName(package.name), package.version.toUtf8()});
        m_result.edits.append({int(m_bytes.left(place).count('\n')) + 1,
                               package.name,
                               {},
                               QString::fromUtf8(pin),
                               {},
                               package.version});
    }

    QByteArray lineEndBytes() const
    {
        const qsizetype end = m_bytes.indexOf('\n');
        return end > 0 && m_bytes.at(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /// Where the line of a name goes: before the first greater one if the file is sorted.
    qsizetype placeFor(const QString &name) const
    {
        const auto isBefore = [](const Pin &a, const Pin &b) {
            return a.normalName < b.normalName;
        };
        if (!std::is_sorted(m_located.pins.begin(), m_located.pins.end(), isBefore))
            return m_bytes.size();
        for (const Pin &pin : m_located.pins) {
            const qsizetype start = lineStart(pin.text.begin);
            if (pin.normalName > name && !isJoinedBefore(start))
                return start;
        }
        return m_bytes.size();
    }

    QByteArray newBytes() const
    {
        const bool hasFinalEnd = m_bytes.isEmpty() || m_bytes.endsWith('\n');
        const QByteArray end = lineEndBytes();
        QByteArray bytes = hasFinalEnd ? m_bytes : m_bytes + end;
        QMap<qsizetype, QByteArray> texts;
        for (auto it = m_additions.cbegin(); it != m_additions.cend(); ++it)
            for (const QByteArray &line : it.value())
                texts[it.key() == m_bytes.size() ? bytes.size() : it.key()] += line + end;
        QMap<qsizetype, ByteRange> removals;
        for (ByteRange range : m_removals) {
            range.end = range.end == m_bytes.size() ? bytes.size() : range.end;
            removals.insert(range.begin, range);
        }
        QByteArray changed;
        qsizetype done = 0;
        auto text = texts.cbegin();
        const auto copyTo = [&](qsizetype until) {
            for (; text != texts.cend() && text.key() <= until; ++text) {
                changed += bytes.mid(done, text.key() - done) + text.value();
                done = text.key();
            }
            changed += bytes.mid(done, until - done);
            done = until;
        };
        for (const ByteRange &range : std::as_const(removals)) {
            copyTo(range.begin);
            done = range.end;
        }
        copyTo(bytes.size());
        if (!hasFinalEnd && changed.endsWith(end))
            changed.chop(end.size());
        return changed;
    }

    bool readsAsMeant() const
    {
        using Named = std::pair<QString, QByteArray>;
        QList<Named> wanted = m_added;
        for (const Pin &pin : m_located.pins)
            if (!m_removed.contains(pin.text.begin))
                wanted.append({pin.normalName, pin.version});
        const auto again = locatePins(m_result.bytes, PinFileKind::Requirements);
        if (!again)
            return false;
        QList<Named> found;
        for (const Pin &pin : again->pins)
            found.append({pin.normalName, pin.version});
        std::sort(wanted.begin(), wanted.end());
        std::sort(found.begin(), found.end());
        return wanted == found;
    }

    PinResult m_result;
    const QByteArray m_bytes;
    const LocatedPins &m_located;
    const Inventory &m_inventory;
    const PinEditOptions &m_options;
    QSet<QString> m_listed;
    bool m_usesHashes = false;
    QList<ByteRange> m_removals;
    QSet<qsizetype> m_removed;                              ///< first bytes of the pins
    QMap<qsizetype, QMap<QString, QByteArray>> m_additions; ///< by place, then by name
    QList<std::pair<QString, QByteArray>> m_added;
};

} // namespace

Result<PinResult> freezeRequirements(const QByteArray &bytes, PinFileKind kind,
                                     const Inventory &inventory, const PinEditOptions &options)
{
    if (kind != PinFileKind::Requirements)
        return Error(QStringLiteral("packages.freeze-kind"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Only a requirements file can be the whole list of what is "
                                       "installed. Pin the names that this file has."));
    const auto pinned = pinFile(bytes, kind, inventory, PinMode::Every, {}, options);
    if (!pinned)
        return pinned.error();
    const auto located = locatePins(pinned->bytes, kind);
    if (!located)
        return located.error();
    return FreezeLines(*pinned, *located, inventory, options).freeze();
}

} // namespace Slipway
