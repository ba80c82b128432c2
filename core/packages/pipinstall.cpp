// SPDX-License-Identifier: MIT
#include "core/packages/pipinstall.h"

#include "core/packages/pipoptions.h"

#include <QSet>
#include <algorithm>

namespace Slipway {

namespace {

using Names = QSet<QByteArray>;

QByteArray programName(const QByteArray &word)
{
    return word.mid(word.lastIndexOf('/') + 1);
}

/// "pip", "pip3", "pip3.11": the stem and then nothing but a version.
bool isVersionedName(const QByteArray &program, const QByteArray &stem)
{
    if (!program.startsWith(stem))
        return false;
    return std::all_of(program.begin() + stem.size(), program.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool isAssignment(const QByteArray &word)
{
    const qsizetype equals = word.indexOf('=');
    if (equals < 1 || (word.at(0) >= '0' && word.at(0) <= '9'))
        return false;
    return std::all_of(word.begin(), word.begin() + equals, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '_';
    });
}

/// Walks over the words of one command.
class CommandWalk final
{
public:
    explicit CommandWalk(const ShellCommand &command) : m_words(command.words) {}

    bool isAtEnd() const { return m_pos >= m_words.size(); }
    QByteArray word() const { return isAtEnd() ? QByteArray() : m_words.at(m_pos).text.text(); }
    const ShellWord &here() const { return m_words.at(m_pos); }
    void next() { ++m_pos; }

    /// To the program that is really run: past keywords, assignments, sudo, env and their like.
    void skipToProgram()
    {
        static const Names keywords = {"if", "then", "else", "elif",    "do",   "while", "until",
                                       "!",  "{",    "time", "command", "exec", "nohup", "builtin"};
        for (; !isAtEnd(); next()) {
            if (keywords.contains(word()) || isAssignment(word()))
                continue;
            if (!skipWrapper())
                return;
            --m_pos; // the loop steps on
        }
    }

    /// Past options up to the first word that is none; false at the end of the command.
    bool skipOptions()
    {
        while (word().startsWith('-') && word() != "--")
            skipOption();
        return !isAtEnd();
    }

    /// Past words that are no options; false at the end of the command or of its options.
    bool skipToOption()
    {
        while (!isAtEnd() && !word().startsWith('-'))
            next();
        return !isAtEnd() && word() != "--";
    }

    void skipOption()
    {
        const bool hasValue = takesNextWord(word());
        next();
        if (hasValue)
            next();
    }

private:
    /// Past a program that runs another one, with its options.
    bool skipWrapper()
    {
        static const QHash<QByteArray, QByteArray> lettersWithValue = {
            {"sudo", "ugphCDRrtT"}, {"env", "uCS"},       {"nice", "n"},      {"ionice", "cn"},
            {"timeout", "ks"},      {"gosu", ""},         {"su-exec", ""},    {"conda", "np"},
            {"mamba", "np"},        {"micromamba", "np"}, {"xvfb-run", "nes"}};
        const QByteArray program = programName(word());
        if (!lettersWithValue.contains(program))
            return false;
        const bool isConda = program.endsWith("conda") || program.endsWith("mamba");
        if (isConda && (m_pos + 1 >= m_words.size() || m_words.at(m_pos + 1).text.text() != "run"))
            return false;
        next();
        if (isConda)
            next();
        while (word().startsWith('-') && word().size() > 1) {
            const QByteArray option = word();
            next();
            const bool isLetter = option.size() == 2 && option.at(1) != '-';
            const bool isLongConda = isConda && (option == "--name" || option == "--prefix");
            if (isLongConda || (isLetter && lettersWithValue.value(program).contains(option.at(1))))
                next();
            if (option == "--")
                break;
        }
        if (program == "timeout" || program == "gosu" || program == "su-exec")
            next();
        return true;
    }

    const QList<ShellWord> &m_words;
    qsizetype m_pos = 0;
};

/// Past `python -I -m` to the word "pip" itself, if that is what stands there.
bool skipPythonModule(CommandWalk *walk)
{
    walk->next();
    while (walk->word().startsWith('-')) {
        const QByteArray option = walk->word();
        walk->next();
        if (option == "-X" || option == "-W")
            walk->next();
        else if (option == "-c")
            return false;
        else if (option == "-mpip")
            return true;
        else if (option.endsWith('m'))
            break;
    }
    const bool isPip = walk->word() == "pip";
    walk->next();
    return isPip;
}

/// Past the program, up to the words behind `install`; false when it is no installing command.
bool enterInstall(CommandWalk *walk)
{
    static const Names subcommands = {"install", "download", "wheel"};
    walk->skipToProgram();
    const QByteArray program = programName(walk->word());
    if (isVersionedName(program, "python") || isVersionedName(program, "pypy")) {
        if (!skipPythonModule(walk))
            return false;
    } else if (program == "uv") {
        walk->next();
        if (!walk->skipOptions() || walk->word() != "pip")
            return false;
        walk->next();
    } else if (isVersionedName(program, "pip") || program == "pipx") {
        walk->next();
    } else {
        return false;
    }
    const bool installs = walk->skipOptions() && subcommands.contains(walk->word());
    walk->next();
    return installs;
}

bool isShell(const QByteArray &word)
{
    static const Names shells = {"sh", "bash", "dash", "ash", "zsh", "ksh"};
    return shells.contains(programName(word));
}

} // namespace

QList<ShellWord> installedRequirements(const ShellCommand &command)
{
    QList<ShellWord> found;
    CommandWalk walk(command);
    if (!enterInstall(&walk))
        return found;
    bool optionsEnded = false;
    while (!walk.isAtEnd()) {
        const QByteArray word = walk.word();
        if (!optionsEnded && word == "--") {
            optionsEnded = true;
            walk.next();
        } else if (!optionsEnded && word.startsWith('-')) {
            walk.skipOption();
        } else {
            if (!word.isEmpty())
                found.append(walk.here());
            walk.next();
        }
    }
    return found;
}

namespace {

/// The file in `-r FILE`, `-rFILE` and `--requirement=FILE`, and the same for constraints.
std::optional<NamedInput> fileOption(CommandWalk walk)
{
    static const QList<std::pair<QByteArray, NamedFile::Kind>> names = {
        {"--requirement", NamedFile::Kind::Requirements},
        {"--constraint", NamedFile::Kind::Constraints},
        {"-r", NamedFile::Kind::Requirements},
        {"-c", NamedFile::Kind::Constraints}};
    const QByteArray word = walk.word();
    for (const auto &[name, kind] : names) {
        if (word == name) {
            walk.next();
            return walk.isAtEnd() ? std::nullopt : std::optional(NamedInput{walk.here(), kind});
        }
        const QByteArray glued = name.startsWith("--") ? name + '=' : name;
        if (word.startsWith(glued))
            return NamedInput{{walk.here().text.mid(glued.size()), false}, kind};
    }
    return std::nullopt;
}

bool isScriptPath(const QByteArray &word)
{
    return word.endsWith(".sh") || word.endsWith(".bash");
}

} // namespace

QList<NamedInput> namedInputs(const ShellCommand &command)
{
    QList<NamedInput> found;
    CommandWalk walk(command);
    if (enterInstall(&walk)) {
        while (walk.skipToOption()) {
            if (const auto file = fileOption(walk))
                found.append(*file);
            walk.skipOption();
        }
        return found;
    }
    CommandWalk script(command);
    script.skipToProgram();
    if (isShell(script.word()) || script.word() == "." || script.word() == "source")
        script.next();
    if (script.skipOptions() && isScriptPath(script.word()))
        found.append({script.here(), NamedFile::Kind::Script});
    return found;
}

std::optional<MappedBytes> innerShellScript(const ShellCommand &command)
{
    CommandWalk walk(command);
    walk.skipToProgram();
    if (!isShell(walk.word()))
        return std::nullopt;
    walk.next();
    while (walk.word().startsWith('-') || walk.word().startsWith('+')) {
        const QByteArray option = walk.word();
        walk.next();
        if (option == "-o" || option == "+o" || option == "-O")
            walk.next();
        else if (option.startsWith('-') && !option.startsWith("--") && option.contains('c'))
            return walk.isAtEnd() ? std::optional<MappedBytes>() : walk.here().text;
    }
    return std::nullopt;
}

bool readsScriptFromInput(const ShellCommand &command)
{
    CommandWalk walk(command);
    walk.skipToProgram();
    if (walk.isAtEnd())
        return true;
    if (!isShell(walk.word()))
        return false;
    for (walk.next(); !walk.isAtEnd(); walk.next()) {
        const QByteArray option = walk.word();
        if (!option.startsWith('-') || (!option.startsWith("--") && option.contains('c')))
            return false;
    }
    return true;
}

} // namespace Slipway
