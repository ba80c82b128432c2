// SPDX-License-Identifier: MIT
#include "core/signing/allowedsigners.h"

#include <QDateTime>
#include <QRegularExpression>

namespace Slipway {

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;

Error atLine(const char *code, const char *pattern, const QString &file, int line, int column,
             const QStringList &arguments = {})
{
    return Error(QLatin1String("signers.") + QLatin1String(code), pattern, arguments)
        .at({file, line, column});
}

/// YYYYMMDDZ, YYYYMMDDHHMMZ or YYYYMMDDHHMMSSZ; 0 if it is none. Without Z it would be the local
/// time of whoever looks.
qint64 timeOf(const QString &text)
{
    static const QStringList forms{QStringLiteral("yyyyMMdd'Z'"), QStringLiteral("yyyyMMddHHmm'Z'"),
                                   QStringLiteral("yyyyMMddHHmmss'Z'")};
    for (const QString &form : forms) {
        QDateTime time = QDateTime::fromString(text, form);
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            return time.toMSecsSinceEpoch();
    }
    return 0;
}

/// One line, piece by piece.
class LineReader final
{
public:
    LineReader(const QString &line, const QString &file, int number)
        : m_line(line), m_file(file), m_number(number)
    {
    }
    Q_DISABLE_COPY_MOVE(LineReader)

    Result<AllowedSigner> read();

private:
    Error fail(const char *code, const char *pattern, const QStringList &arguments = {}) const
    {
        return atLine(code, pattern, m_file, m_number, int(m_at) + 1, arguments);
    }
    QString word();
    Result<void> readPrincipal(AllowedSigner &signer);
    Result<void> readOptions(AllowedSigner &signer);
    Result<void> readOption(AllowedSigner &signer, const QString &name, const QString &value);
    Result<void> readKey(AllowedSigner &signer);

    QString m_line;
    QString m_file;
    int m_number;
    qsizetype m_at = 0;
};

/// The next word; blanks inside quotes belong to it.
QString LineReader::word()
{
    while (m_at < m_line.size() && (m_line[m_at] == u' ' || m_line[m_at] == u'\t'))
        ++m_at;
    qsizetype end = m_at;
    for (bool isQuoted = false; end < m_line.size(); ++end) {
        if (m_line[end] == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (m_line[end] == u' ' || m_line[end] == u'\t'))
            break;
    }
    return m_line.mid(m_at, end - m_at);
}

Result<void> LineReader::readPrincipal(AllowedSigner &signer)
{
    signer.principal = word();
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9._@+-]+\\z"));
    if (!plain.match(signer.principal).hasMatch())
        return fail("principal",
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "A line begins with one principal, such as ana@example.com: "
                                      "no pattern, no list, no quotes. This one begins with %1."),
                    {signer.principal.left(100)});
    m_at += signer.principal.size();
    return {};
}

Result<void> LineReader::readOption(AllowedSigner &signer, const QString &name,
                                    const QString &value)
{
    if (name == QLatin1String("namespaces")) {
        signer.nameSpaces = value;
        return {};
    }
    const bool isAfter = name == QLatin1String("valid-after");
    if (!isAfter && name != QLatin1String("valid-before"))
        return fail("option",
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "The option %1 does not count here. There are namespaces, "
                                      "valid-after and valid-before, their values in quotes."),
                    {name.left(100)});
    const qint64 time = timeOf(value);
    if (time == 0)
        return fail("time",
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "%1 is no time here. Write YYYYMMDDZ or YYYYMMDDHHMMSSZ: "
                                      "without Z it would be local time, which differs from one "
                                      "machine to the next."),
                    {value.left(100)});
    (isAfter ? signer.validAfter : signer.validBefore) = time;
    return {};
}

/// name="value",name="value": only if the word is no key type.
Result<void> LineReader::readOptions(AllowedSigner &signer)
{
    const QString options = word();
    static const QRegularExpression one(QStringLiteral("\\G([a-z-]+)=\"([^\"]*)\"(,|\\z)"));
    if (!options.contains(u'"') && !options.contains(u'=') &&
        options != QLatin1String("cert-authority"))
        return {};
    qsizetype at = 0;
    while (at < options.size()) {
        const QRegularExpressionMatch match = one.match(options, at);
        if (!match.hasMatch())
            return fail("option",
                        QT_TRANSLATE_NOOP("Slipway::Error",
                                          "The option %1 does not count here. There are "
                                          "namespaces, valid-after and valid-before, their values "
                                          "in quotes."),
                        {options.mid(at).left(100)});
        if (auto read = readOption(signer, match.captured(1), match.captured(2)); !read)
            return read;
        at = match.capturedEnd();
    }
    m_at += options.size();
    return {};
}

Result<void> LineReader::readKey(AllowedSigner &signer)
{
    word(); // leaves m_at at the key
    const auto key = SshKey::fromLine(m_line.mid(m_at).toUtf8());
    if (!key)
        return Error(key.error()).at({m_file, m_number, int(m_at) + 1});
    if (const auto strong = key->checkStrength(); !strong)
        return Error(strong.error()).at({m_file, m_number, int(m_at) + 1});
    signer.key = *key;
    return {};
}

Result<AllowedSigner> LineReader::read()
{
    AllowedSigner signer;
    for (const auto part :
         {&LineReader::readPrincipal, &LineReader::readOptions, &LineReader::readKey}) {
        if (const auto done = (this->*part)(signer); !done)
            return done.error();
    }
    signer.place = {m_file, m_number, 1};
    return signer;
}

/// A key that stands for two people would let one of them decide as both.
Result<void> checkOwners(const QList<AllowedSigner> &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (lines[i].key == lines[j].key && lines[i].principal != lines[j].principal)
                return Error(QStringLiteral("signers.shared-key"),
                             QT_TRANSLATE_NOOP("Slipway::Error",
                                               "The key %1 belongs to %2 already. One key is one "
                                               "person's."),
                             {lines[i].key.fingerprint(), lines[j].principal})
                    .at(lines[i].place);
        }
    }
    return {};
}

} // namespace

Result<AllowedSigners> AllowedSigners::read(const QByteArray &bytes, const QString &file)
{
    AllowedSigners signers;
    signers.m_bytes = bytes;
    if (bytes.size() > mostBytes || bytes.contains('\0') || bytes.contains('\r'))
        return atLine("bytes",
                      QT_TRANSLATE_NOOP("Slipway::Error",
                                        "A list of signers has at most 1 MiB of text with plain "
                                        "line ends."),
                      file, 1, 1);
    const QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const auto signer = LineReader(QString::fromUtf8(lines[i]), file, int(i) + 1).read();
        if (!signer)
            return signer.error();
        signers.m_lines.append(*signer);
    }
    if (const auto checked = checkOwners(signers.m_lines); !checked)
        return checked.error();
    return signers;
}

QList<SshKey> AllowedSigners::keysOf(const QString &principal, qint64 time) const
{
    QList<SshKey> keys;
    for (const AllowedSigner &line : m_lines) {
        const bool isValid = (line.validAfter == 0 || time >= line.validAfter) &&
                             (line.validBefore == 0 || time <= line.validBefore);
        if (line.principal == principal && isValid)
            keys.append(line.key);
    }
    return keys;
}

} // namespace Slipway
