// SPDX-License-Identifier: MIT
#include "core/packages/requirementspins.h"

#include <array>
#include <utility>

namespace Slipway {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r';
}

/// How many bytes of a line end stand there; 0: none. The ends are Python's (str.splitlines).
qsizetype lineEndAt(const QByteArray &file, qsizetype pos)
{
    static constexpr std::array<const char *, 3> wide = {"\xC2\x85", "\xE2\x80\xA8",
                                                         "\xE2\x80\xA9"};
    const char c = file.at(pos);
    if (c == '\r')
        return pos + 1 < file.size() && file.at(pos + 1) == '\n' ? 2 : 1;
    if (c == '\n' || c == '\v' || c == '\f' || (c >= '\x1c' && c <= '\x1e'))
        return 1;
    if (c != '\xC2' && c != '\xE2')
        return 0;
    for (const char *end : wide)
        if (file.mid(pos, 3).startsWith(end))
            return qsizetype(qstrlen(end));
    return 0;
}

class RequirementsReader final
{
public:
    explicit RequirementsReader(const QByteArray &file) : m_file(file), m_found(file) {}

    LocatedPins read()
    {
        m_next = m_file.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        MappedBytes joined;
        bool isJoining = false;
        while (m_next < m_file.size()) {
            const MappedBytes line = nextLine();
            const bool isComment = isCommentLine(line);
            if (line.text().endsWith('\\') && !isComment) {
                joined.append(withoutBackslashes(line));
                isJoining = true;
                continue;
            }
            // A comment line ends the joining, and pip sees a blank before its '#'.
            if (!isComment)
                joined.append(line);
            readLogicalLine(joined);
            joined = {};
            isJoining = false;
        }
        if (isJoining)
            readLogicalLine(joined);
        m_found.markConditionalPins();
        return m_found.take();
    }

private:
    MappedBytes nextLine()
    {
        const qsizetype begin = m_next;
        qsizetype end = begin;
        while (end < m_file.size() && lineEndAt(m_file, end) == 0)
            ++end;
        m_next = end < m_file.size() ? end + lineEndAt(m_file, end) : end;
        return MappedBytes::of(m_file, {begin, end});
    }

    static bool isCommentLine(const MappedBytes &line)
    {
        qsizetype pos = 0;
        while (pos < line.size() && isBlank(line.at(pos)))
            ++pos;
        return pos < line.size() && line.at(pos) == '#';
    }

    static MappedBytes withoutBackslashes(const MappedBytes &line)
    {
        qsizetype begin = 0;
        qsizetype end = line.size();
        while (end > begin && line.at(end - 1) == '\\')
            --end;
        while (begin < end && line.at(begin) == '\\')
            ++begin;
        return line.mid(begin, end - begin);
    }

    static MappedBytes withoutComment(const MappedBytes &line)
    {
        for (qsizetype i = 0; i < line.size(); ++i)
            if (line.at(i) == '#' && (i == 0 || isBlank(line.at(i - 1))))
                return line.mid(0, i);
        return line;
    }

    static MappedBytes trimmed(const MappedBytes &line)
    {
        qsizetype begin = 0;
        qsizetype end = line.size();
        while (begin < end && isBlank(line.at(begin)))
            ++begin;
        while (end > begin && isBlank(line.at(end - 1)))
            --end;
        return line.mid(begin, end - begin);
    }

    /// pip splits at blanks and takes everything from the first word with a '-' as options.
    void readLogicalLine(const MappedBytes &joined)
    {
        const MappedBytes line = trimmed(withoutComment(joined));
        if (line.isEmpty())
            return;
        if (line.at(0) == '-') {
            readOption(line);
            return;
        }
        const qsizetype options = line.text().indexOf(" -");
        const MappedBytes requirement = trimmed(line.mid(0, options < 0 ? line.size() : options));
        PinContext context;
        if (options >= 0)
            readHashes(line.mid(options), &context);
        m_found.add(requirement, context);
    }

    /// --hash=… options that stand one behind the other, each unbroken.
    static void readHashes(const MappedBytes &options, PinContext *context)
    {
        const QByteArray &text = options.text();
        bool sawOther = false;
        for (qsizetype pos = 0; pos < text.size();) {
            while (pos < text.size() && isBlank(text.at(pos)))
                ++pos;
            const qsizetype begin = pos;
            while (pos < text.size() && !isBlank(text.at(pos)))
                ++pos;
            if (pos == begin)
                break;
            const bool isHash = text.mid(begin, pos - begin).startsWith("--hash=");
            context->hasOddHash = context->hasOddHash ||
                                  (isHash && (sawOther || !options.isUnbroken({begin, pos}))) ||
                                  (!isHash && text.mid(begin, pos - begin).startsWith("--hash"));
            sawOther = sawOther || !isHash;
            if (isHash)
                context->hashes.append(options.inFile({begin, pos}));
        }
        if (context->hasOddHash)
            context->hashes.clear();
    }

    /// -r FILE, -rFILE, --requirement FILE, --requirement=FILE, and the same for constraints.
    void readOption(const MappedBytes &line)
    {
        static const std::array<std::pair<const char *, NamedFile::Kind>, 4> names = {
            {{"--requirement", NamedFile::Kind::Requirements},
             {"--constraint", NamedFile::Kind::Constraints},
             {"-r", NamedFile::Kind::Requirements},
             {"-c", NamedFile::Kind::Constraints}}};
        for (const auto &[name, kind] : names) {
            if (!line.text().startsWith(name))
                continue;
            qsizetype pos = qsizetype(qstrlen(name));
            while (pos < line.size() && (isBlank(line.at(pos)) || line.at(pos) == '='))
                ++pos;
            m_found.addFile(line.mid(pos), kind);
            return;
        }
    }

    const QByteArray &m_file;
    qsizetype m_next = 0;
    PinCollector m_found;
};

} // namespace

Result<LocatedPins> locateRequirementsPins(const QByteArray &file)
{
    if (file.startsWith("\xFF\xFE") || file.startsWith("\xFE\xFF") || file.contains('\0'))
        return Error(QStringLiteral("packages.wide-encoding"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The file is not in UTF-8 or another encoding of single "
                                       "bytes (it may be UTF-16): save it as UTF-8 first."));
    return RequirementsReader(file).read();
}

} // namespace Slipway
