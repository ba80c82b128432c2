// SPDX-License-Identifier: MIT
#include "core/packages/version.h"

#include <algorithm>
#include <array>

namespace Slipway {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

QString withoutLeadingZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() - 1 && digits.at(zeros) == u'0')
        ++zeros;
    return digits.mid(zeros);
}

/// Compares whole numbers of any length that have no leading zeros.
std::weak_ordering compareNumbers(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

std::weak_ordering compareRelease(const QStringList &a, const QStringList &b)
{
    const QString zero = QStringLiteral("0");
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        const auto order =
            compareNumbers(i < a.size() ? a.at(i) : zero, i < b.size() ? b.at(i) : zero);
        if (order != 0)
            return order;
    }
    return std::weak_ordering::equivalent;
}

/// Numbers come after words, and a longer list after the list it begins with.
std::weak_ordering compareLocal(const QStringList &a, const QStringList &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        const bool numberA = isNumber(a.at(i));
        const bool numberB = isNumber(b.at(i));
        if (numberA != numberB)
            return numberA <=> numberB;
        const auto order = numberA ? compareNumbers(a.at(i), b.at(i))
                                   : std::weak_ordering(a.at(i).compare(b.at(i)) <=> 0);
        if (order != 0)
            return order;
    }
    return a.size() <=> b.size();
}

} // namespace

/// Reads one version from left to right; PEP 440, appendix B.
class VersionReader final
{
public:
    explicit VersionReader(QString text) : m_text(std::move(text)) {}

    std::optional<Version> read()
    {
        if (peek() == u'v')
            ++m_pos;
        if (!readEpochAndRelease())
            return std::nullopt;
        readPre();
        readPost();
        readDev();
        if (peek() == u'+' && !readLocal())
            return std::nullopt;
        if (m_pos != m_text.size())
            return std::nullopt;
        return m_version;
    }

private:
    QChar peek() const { return m_pos < m_text.size() ? m_text.at(m_pos) : QChar(); }

    QString digits()
    {
        const qsizetype begin = m_pos;
        while (isDigit(peek()))
            ++m_pos;
        return m_text.mid(begin, m_pos - begin);
    }

    void skipSeparator()
    {
        if (peek() == u'-' || peek() == u'_' || peek() == u'.')
            ++m_pos;
    }

    bool readEpochAndRelease()
    {
        QString number = digits();
        if (number.isEmpty())
            return false;
        if (peek() == u'!') {
            m_version.m_epoch = withoutLeadingZeros(number);
            ++m_pos;
            number = digits();
            if (number.isEmpty())
                return false;
        }
        m_version.m_release.append(withoutLeadingZeros(number));
        while (peek() == u'.' && m_pos + 1 < m_text.size() && isDigit(m_text.at(m_pos + 1))) {
            ++m_pos;
            m_version.m_release.append(withoutLeadingZeros(digits()));
        }
        return true;
    }

    /// The number that follows one of these words, "0" when it stands without a number; goes
    /// back to where it was when none of the words is here.
    std::optional<QString> numberAfterWord(std::initializer_list<QLatin1String> words,
                                           QString *found = nullptr)
    {
        const qsizetype start = m_pos;
        skipSeparator();
        for (const QLatin1String word : words) {
            if (!QStringView(m_text).mid(m_pos).startsWith(word))
                continue;
            m_pos += word.size();
            skipSeparator(); // PEP 440's pattern takes one even when no number follows
            const QString number = digits();
            if (found)
                *found = word;
            return number.isEmpty() ? QStringLiteral("0") : withoutLeadingZeros(number);
        }
        m_pos = start;
        return std::nullopt;
    }

    void readPre()
    {
        QString word;
        const auto number =
            numberAfterWord({QLatin1String("alpha"), QLatin1String("beta"),
                             QLatin1String("preview"), QLatin1String("pre"), QLatin1String("rc"),
                             QLatin1String("a"), QLatin1String("b"), QLatin1String("c")},
                            &word);
        if (!number)
            return;
        const bool isCandidate = word.startsWith(u'p') || word.startsWith(u'r') || word == u"c";
        m_version.m_preKind = isCandidate ? QStringLiteral("rc") : word.left(1);
        m_version.m_preNumber = *number;
    }

    void readPost()
    {
        const bool isImplicit =
            peek() == u'-' && m_pos + 1 < m_text.size() && isDigit(m_text.at(m_pos + 1));
        if (isImplicit) {
            ++m_pos;
            m_version.m_post = withoutLeadingZeros(digits());
            return;
        }
        m_version.m_post =
            numberAfterWord({QLatin1String("post"), QLatin1String("rev"), QLatin1String("r")});
    }

    void readDev() { m_version.m_dev = numberAfterWord({QLatin1String("dev")}); }

    bool readLocal()
    {
        do {
            ++m_pos;
            const qsizetype begin = m_pos;
            while (isDigit(peek()) || isLetter(peek()))
                ++m_pos;
            const QString part = m_text.mid(begin, m_pos - begin);
            if (part.isEmpty())
                return false;
            m_version.m_local.append(isNumber(part) ? withoutLeadingZeros(part) : part);
        } while (peek() == u'-' || peek() == u'_' || peek() == u'.');
        return true;
    }

    QString m_text;
    qsizetype m_pos = 0;
    Version m_version;
};

std::optional<Version> Version::parse(const QString &text)
{
    return VersionReader(text.trimmed().toLower()).read();
}

QString Version::normalText() const
{
    QString text;
    if (m_epoch != u"0")
        text += m_epoch + u'!';
    text += m_release.join(u'.');
    if (!m_preKind.isEmpty())
        text += m_preKind + m_preNumber;
    if (m_post)
        text += QStringLiteral(".post") + *m_post;
    if (m_dev)
        text += QStringLiteral(".dev") + *m_dev;
    if (isLocal())
        text += u'+' + localText();
    return text;
}

std::weak_ordering Version::operator<=>(const Version &other) const
{
    if (const auto order = compareNumbers(m_epoch, other.m_epoch); order != 0)
        return order;
    if (const auto order = compareRelease(m_release, other.m_release); order != 0)
        return order;
    // A lone dev release comes before every pre-release of the same number; no pre after all.
    const auto preRank = [](const Version &v) {
        if (v.m_preKind.isEmpty())
            return !v.m_post && v.m_dev ? 0 : 4;
        return v.m_preKind == u"a" ? 1 : v.m_preKind == u"b" ? 2 : 3;
    };
    if (const int a = preRank(*this), b = preRank(other); a != b)
        return a <=> b;
    if (const auto order = compareNumbers(m_preNumber, other.m_preNumber); order != 0)
        return order;
    if (m_post.has_value() != other.m_post.has_value())
        return m_post.has_value() <=> other.m_post.has_value();
    if (m_post)
        if (const auto order = compareNumbers(*m_post, *other.m_post); order != 0)
            return order;
    if (m_dev.has_value() != other.m_dev.has_value())
        return other.m_dev.has_value() <=> m_dev.has_value();
    if (m_dev)
        if (const auto order = compareNumbers(*m_dev, *other.m_dev); order != 0)
            return order;
    if (isLocal() != other.isLocal())
        return isLocal() <=> other.isLocal();
    return compareLocal(m_local, other.m_local);
}

} // namespace Slipway
