// SPDX-License-Identifier: MIT
#include "core/registry/tagshape.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace Slipway {

namespace {

constexpr int longestNumber = 15; ///< digits; what is longer is no version

QRegularExpression whole(const QString &pattern, bool isCaseSensitive = false)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              isCaseSensitive ? QRegularExpression::NoPatternOption
                                              : QRegularExpression::CaseInsensitiveOption);
}

/// Words that say that a version is not meant for everybody yet. Those of one letter need a
/// number: "a1" is an alpha, "a" may be anything.
bool isPreRelease(const QString &word)
{
    static const QRegularExpression pattern = whole(QStringLiteral(
        "(?:(?:alpha|beta|rc|cr|pre|preview|prerelease|dev|devel|develop|development|snapshot|"
        "nightly|canary|unstable|edge|ea|milestone|test|testing|experimental|insiders?|next|wip|"
        "staging|trunk|incubating|daily|weekly|main|master|pr|sid|rawhide)[._]?[0-9]*(?:\\.[0-9]+)*"
        "|[abcm][0-9]+)"));
    return pattern.match(word).hasMatch();
}

/// Revisions of the same version: -r7, -ls45, -CU14, -p1.
bool isRevision(const QString &word, QString *name, qint64 *number)
{
    static const QRegularExpression pattern = whole(QStringLiteral("(r|p|ls|cu)([0-9]{1,9})"));
    const auto match = pattern.match(word);
    if (!match.hasMatch())
        return false;
    *name = match.captured(1).toLower();
    *number = match.captured(2).toLongLong();
    return true;
}

bool isCommit(const QString &tag)
{
    static const QRegularExpression hash = whole(QStringLiteral("[a-f0-9]{7,40}"), true);
    static const QRegularExpression letter(QStringLiteral("[a-f]"));
    static const QRegularExpression named =
        whole(QStringLiteral("(?:sha|sha256|git|commit)-[a-f0-9]+(?:\\.[a-z]+)?"));
    return (hash.match(tag).hasMatch() && tag.contains(letter)) || named.match(tag).hasMatch();
}

bool isNumber(const QString &piece)
{
    static const QRegularExpression digits = whole(QStringLiteral("[0-9]+(?:\\.[0-9]+)*"));
    return digits.match(piece).hasMatch();
}

/// 20250909, 202509, 202509091613 and 20250909161309.
bool isCompactDate(const QString &digits)
{
    static const QList<qsizetype> lengths{6, 8, 12, 14};
    if (!lengths.contains(digits.size()) || digits.contains(u'.'))
        return false;
    const int year = digits.left(4).toInt();
    const int month = digits.mid(4, 2).toInt();
    const int day = digits.size() == 6 ? 1 : digits.mid(6, 2).toInt();
    return year >= 1990 && year < 2100 && QDate::isValid(year, month, day);
}

/// 2025.9.1 and 2025.09: the first number is a year, not a decision.
bool isCalendar(const QList<qint64> &numbers)
{
    return numbers.size() > 1 && numbers[0] >= 2000 && numbers[0] < 2100 && numbers[1] >= 1 &&
           numbers[1] <= 12;
}

/// The names of the releases of the distributions that images stand on, oldest first.
const QList<QStringList> &codenames()
{
    static const QList<QStringList> families{
        QStringLiteral("trusty xenial bionic focal jammy noble resolute").split(u' '),
        QStringLiteral("wheezy jessie stretch buster bullseye bookworm trixie forky duke")
            .split(u' ')};
    return families;
}

bool isBaseWord(const QString &word)
{
    static const QRegularExpression numbered =
        whole(QStringLiteral("(?:alpine|ltsc|ubi|el|fc)[0-9]{1,9}(?:\\.[0-9]{1,9})*"));
    return numbered.match(word).hasMatch() ||
           std::any_of(codenames().begin(), codenames().end(),
                       [&word](const QStringList &family) { return family.contains(word); });
}

/// Reads one tag from left to right into a shape.
class Reader final
{
public:
    std::optional<TagShape> read(const QString &tag)
    {
        if (isCommit(tag))
            return {};
        if (!readDashedDate(tag))
            readPieces(tag, false);
        if (m_shape.numbers.isEmpty() && !isBase())
            return {};
        return m_shape;
    }

private:
    /// The words alone may say what the image stands on: bookworm-slim, ltsc2022.
    bool isBase()
    {
        m_shape.form = QStringLiteral("words");
        return std::any_of(m_shape.words.begin(), m_shape.words.end(), isBaseWord);
    }

    /// RELEASE.2025-09-07T16-13-09Z: the only date whose parts are divided as the words are.
    bool readDashedDate(const QString &tag)
    {
        static const QRegularExpression pattern(QStringLiteral(
            "^((?:[A-Za-z][A-Za-z0-9]*[._-])*)([12][0-9]{3})-([0-9]{2})-([0-9]{2})"
            "(?:([T_.-])([0-9]{2})[-_.]?([0-9]{2})(?:[-_.]?([0-9]{2}))?(Z?))?(?:([._-])(.*))?$"));
        const auto match = pattern.match(tag);
        if (!match.hasMatch() ||
            !QDate::isValid(match.captured(2).toInt(), match.captured(3).toInt(),
                            match.captured(4).toInt()))
            return false;
        const QString before = match.captured(1);
        const auto words =
            before.split(QRegularExpression(QStringLiteral("[._-]")), Qt::SkipEmptyParts);
        for (const QString &word : words)
            addWord(word);
        m_shape.words.append(QStringLiteral("*"));
        m_shape.form = before + QStringLiteral("date") + match.captured(5) + match.captured(9);
        for (const int group : {2, 3, 4, 6, 7, 8}) {
            if (!match.captured(group).isEmpty()) {
                m_shape.numbers.append(match.captured(group).toLongLong());
                m_shape.form += u'#';
            }
        }
        m_shape.isDate = true;
        readPieces(match.captured(11), true);
        return true;
    }

    /// The parts between the dashes: words, the first version, and what follows it.
    void readPieces(const QString &text, bool hasVersion)
    {
        if (text.isEmpty())
            return;
        const QStringList pieces = text.split(u'-');
        bool isBehindWord = false;
        for (const QString &piece : pieces) {
            if (!hasVersion && readVersion(piece)) {
                hasVersion = true;
                continue;
            }
            isBehindWord = addPiece(piece, hasVersion, isBehindWord);
        }
    }

    /// True if it was a word that a number may follow as part of it: debian-12.
    bool addPiece(const QString &piece, bool hasVersion, bool isBehindWord)
    {
        QString name;
        qint64 number = 0;
        if (hasVersion && isRevision(piece, &name, &number)) {
            m_shape.form += u'-' + name + u'#';
            m_shape.numbers.append(number);
            return false;
        }
        if (hasVersion && !isBehindWord && isNumber(piece) && !m_shape.preRelease.isEmpty()) {
            m_shape.preRelease += u'-' + piece;
            return false;
        }
        if (hasVersion && !isBehindWord && isNumber(piece)) {
            m_shape.form += isCompactDate(piece) ? QStringLiteral("-date") : QStringLiteral("-");
            addNumbers(piece);
            return false;
        }
        addWord(piece);
        return !isPreRelease(piece);
    }

    void addWord(const QString &word)
    {
        if (isPreRelease(word))
            m_shape.preRelease = word;
        else
            m_shape.words.append(word);
    }

    void addNumbers(const QString &dotted)
    {
        QStringList form;
        const QStringList parts = dotted.split(u'.');
        for (const QString &part : parts) {
            m_shape.numbers.append(part.toLongLong());
            form.append(QStringLiteral("#"));
        }
        m_shape.form += form.join(u'.');
    }

    bool readVersion(const QString &piece)
    {
        static const QRegularExpression pattern = whole(QStringLiteral(
            "((?:v|r|release[._]?|version[._]?)?)([0-9]+(?:\\.[0-9]+)*)((?:_[0-9]+)?)(.*)"));
        const auto match = pattern.match(piece);
        const QString dotted = match.captured(2);
        if (!match.hasMatch() || isTooLong(dotted) || isTooLong(match.captured(3)))
            return false;
        m_shape.words.append(QStringLiteral("*"));
        m_shape.form += match.captured(1);
        m_shape.isDate = isCompactDate(dotted);
        if (m_shape.isDate)
            m_shape.form += QStringLiteral("date") + QString::number(dotted.size());
        addNumbers(dotted);
        m_shape.isDate = m_shape.isDate || isCalendar(m_shape.numbers);
        if (!match.captured(3).isEmpty()) {
            m_shape.form += u'_';
            addNumbers(match.captured(3).mid(1));
        }
        readRest(match.captured(4));
        return true;
    }

    /// What stands at the version without a dash: 3.14.0rc1, 31.0.0.Final.
    void readRest(const QString &rest)
    {
        static const QRegularExpression edge(QStringLiteral("^[._]"));
        const QString word = QString(rest).remove(edge);
        if (!word.isEmpty())
            addWord(word);
    }

    static bool isTooLong(const QString &dotted)
    {
        const QStringList parts = dotted.split(u'.');
        return std::any_of(parts.begin(), parts.end(),
                           [](const QString &part) { return part.size() > longestNumber; });
    }

    TagShape m_shape;
};

WordsRelation relationOf(std::strong_ordering order)
{
    if (order == std::strong_ordering::equal)
        return WordsRelation::Same;
    return order == std::strong_ordering::less ? WordsRelation::Later : WordsRelation::Earlier;
}

/// alpine3.20 and alpine3.21, ltsc2019 and ltsc2022, 12 and 13 (of debian-12).
WordsRelation compareNumbered(const QString &from, const QString &to)
{
    static const QRegularExpression pattern =
        whole(QStringLiteral("([A-Za-z]*)([0-9]{1,9}(?:\\.[0-9]{1,9})*)"));
    const auto one = pattern.match(from);
    const auto other = pattern.match(to);
    if (!one.hasMatch() || !other.hasMatch() || one.captured(1) != other.captured(1))
        return WordsRelation::Other;
    const auto numbersOf = [](const QString &dotted) {
        QList<int> numbers;
        const QStringList parts = dotted.split(u'.');
        for (const QString &part : parts)
            numbers.append(part.toInt());
        return numbers;
    };
    const QList<int> a = numbersOf(one.captured(2));
    const QList<int> b = numbersOf(other.captured(2));
    if (a.size() != b.size())
        return WordsRelation::Other;
    return relationOf(
        std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end()));
}

WordsRelation compareWord(const QString &from, const QString &to)
{
    if (from == to)
        return WordsRelation::Same;
    for (const QStringList &family : codenames()) {
        const qsizetype one = family.indexOf(from);
        const qsizetype other = family.indexOf(to);
        if (one >= 0 && other >= 0)
            return relationOf(one <=> other);
    }
    return compareNumbered(from, to);
}

} // namespace

std::optional<TagShape> TagShape::of(const QString &tag)
{
    return isLatest(tag) ? std::nullopt : Reader().read(tag);
}

QString TagShape::suffix() const
{
    QStringList said = words;
    said.removeAll(QStringLiteral("*"));
    return said.join(u'-');
}

std::strong_ordering compareVersions(const TagShape &one, const TagShape &other)
{
    const auto order = std::lexicographical_compare_three_way(
        one.numbers.begin(), one.numbers.end(), other.numbers.begin(), other.numbers.end());
    if (order != std::strong_ordering::equal)
        return order;
    return one.preRelease.isEmpty() <=> other.preRelease.isEmpty();
}

WordsRelation compareWords(const QStringList &from, const QStringList &to)
{
    if (from.size() != to.size())
        return WordsRelation::Other;
    WordsRelation found = WordsRelation::Same;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const WordsRelation relation = compareWord(from[i], to[i]);
        if (relation == WordsRelation::Same || relation == found)
            continue;
        if (relation == WordsRelation::Other || found != WordsRelation::Same)
            return WordsRelation::Other;
        found = relation;
    }
    return found;
}

bool isLatest(const QString &tag)
{
    static const QRegularExpression pattern =
        whole(QStringLiteral("(?:.*[._-])?latest(?:[._-].*)?"));
    return pattern.match(tag).hasMatch();
}

} // namespace Slipway
