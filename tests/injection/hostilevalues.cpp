// SPDX-License-Identifier: MIT
#include "tests/injection/hostilevalues.h"

#include <QStringList>

namespace Slipway {

namespace {

void add(QList<HostileValue> &values, const char *family, const QStringList &texts)
{
    for (const QString &text : texts)
        values.append({QLatin1String(family), text});
}

QStringList filled(std::initializer_list<const char *> patterns, const QString &path)
{
    QStringList texts;
    for (const char *pattern : patterns)
        texts.append(QString::fromUtf8(pattern).replace(QLatin1String("@@"), path));
    return texts;
}

/// Each character alone, at the front, inside and at the end.
QStringList around(char16_t code)
{
    const QString character = QChar(code);
    return {u'a' + character + u'b', character + u'a', u'a' + character};
}

QStringList characters(char16_t first, char16_t last)
{
    QStringList texts;
    for (char16_t code = first; code <= last; ++code)
        texts.append(QStringLiteral("a%1b").arg(QChar(code)));
    return texts;
}

QStringList optionLike(const QString &canary)
{
    return filled({"-",
                   "--",
                   "---",
                   "-x",
                   "-c",
                   "-f",
                   "-h",
                   "-v",
                   "--help",
                   "--version",
                   "--force",
                   "--mirror",
                   "--all",
                   "--upload-pack=touch @@",
                   "--receive-pack=touch @@",
                   "--exec=touch @@",
                   "--output=@@",
                   "--file=@@",
                   "--git-dir=/",
                   "--template=/",
                   "--config=core.sshCommand=touch @@",
                   "-ccore.fsmonitor=touch @@",
                   "-oProxyCommand=touch @@",
                   "--host=tcp://127.0.0.1:1",
                   "--privileged",
                   "-v/:/host",
                   "--volume=/:/host",
                   "--entrypoint=sh",
                   "--build-arg=A=b",
                   "--to-command=touch @@",
                   "--checkpoint-action=exec=touch @@",
                   "--use-askpass=touch @@",
                   "-e touch @@",
                   "--index-url=http://127.0.0.1:1/",
                   "-rrequirements.txt",
                   "--require-hashes",
                   " -x",
                   "\t--help"},
                  canary);
}

QStringList shellLike(const QString &canary)
{
    return filled({"; touch @@",
                   "a; touch @@",
                   "a;touch @@;b",
                   "& touch @@ &",
                   "a && touch @@",
                   "a || touch @@",
                   "| touch @@",
                   "a | tee @@",
                   "> @@",
                   "a > @@",
                   ">> @@",
                   "2> @@",
                   "< /etc/passwd",
                   "$(touch @@)",
                   "a$(touch @@)b",
                   "`touch @@`",
                   "a`touch @@`b",
                   "\"; touch @@; \"",
                   "'; touch @@; '",
                   "\"$(touch @@)\"",
                   "'$(touch @@)'",
                   "\\\"; touch @@ #",
                   "\\'; touch @@ #",
                   "${IFS}touch${IFS}@@",
                   "$IFS",
                   "$HOME",
                   "${HOME}",
                   "$0",
                   "$@",
                   "$$",
                   "${x:=$(touch @@)}",
                   "$((1+1))",
                   "$((a[$(touch @@)]))",
                   "a[$(touch @@)]",
                   "<(touch @@)",
                   "{a,b}",
                   "{touch,@@}",
                   "~",
                   "~root",
                   "~/a",
                   "*",
                   "?",
                   "[a-z]*",
                   "!!",
                   "!touch",
                   "#a",
                   "a #b",
                   "a\\",
                   "\\",
                   "'",
                   "\"",
                   "`",
                   "''",
                   "\"\"",
                   "() { :; }; touch @@",
                   "a=b touch @@",
                   "eval touch @@",
                   "exec touch @@",
                   "%s%n%x",
                   "%1 %2 %n",
                   "{0} {1}",
                   "${{ inputs.hostile }}",
                   "${{ run.workspace }}",
                   "{{.Id}}",
                   "s/a/b/e; touch @@",
                   "__import__('os').system('touch @@')"},
                  canary);
}

QStringList controls()
{
    QStringList texts = characters(0x01, 0x1f) + characters(0x7f, 0x9f);
    for (const char16_t code : {u'\0', u'\n', u'\r', u'\t', u'\u001b'})
        texts += around(code);
    texts += {QStringLiteral("a\r\nInjected: yes"),
              QStringLiteral("a\n\nb"),
              QStringLiteral("a\n--force"),
              QStringLiteral("a\nb: c"),
              QStringLiteral("\u001b]0;title\u0007"),
              QStringLiteral("\u001b[2J"),
              QStringLiteral("a\u2028b"),
              QStringLiteral("a\u2029b"),
              QStringLiteral("a\u0085b")};
    return texts;
}

QStringList bidiAndInvisible()
{
    QStringList texts = characters(0x202a, 0x202e) + characters(0x2066, 0x2069);
    for (const char16_t code : {u'\u200b', u'\u200e', u'\u200f', u'\u061c', u'\ufeff', u'\u00ad'})
        texts += around(code);
    texts += {QStringLiteral("\u202efdp.exe"),
              QStringLiteral("e\u0301"),
              QStringLiteral("\u00e9"),
              QStringLiteral("\U0001f600"),
              QStringLiteral("\uff0e\uff0e\uff0f"),
              QStringLiteral("\u2024\u2024/"),
              QStringLiteral("ma\u0456n")};
    return texts;
}

QStringList pathLike(const QString &outside)
{
    return filled({"..",
                   "../",
                   "../a",
                   "../../etc/passwd",
                   "a/..",
                   "a/../../b",
                   "a/../../../../../../etc/passwd",
                   ".",
                   "./a",
                   "a/./b",
                   "a//b",
                   "/",
                   "//",
                   "/etc/passwd",
                   "/etc/",
                   "@@",
                   "@@/new",
                   "@@/kept.txt",
                   "leak",
                   "leak/new",
                   "leak/kept.txt",
                   "project/leak",
                   "project/leak/new",
                   "project/leak/kept.txt",
                   "repo/leak/kept.txt",
                   "leakfile",
                   "project/leakfile",
                   "project/leak/../kept.txt",
                   "..\\..\\a",
                   "....//....//a",
                   "%2e%2e%2fa",
                   "..%2f..%2fa",
                   "..%c0%afa",
                   "/proc/self/root/@@",
                   "/proc/self/cwd/a",
                   "/dev/stdin",
                   "/dev/null",
                   "/dev/fd/0",
                   "file://@@",
                   "file:///etc/passwd",
                   ".git/config",
                   "repo/.git/hooks/pre-commit",
                   ".git",
                   "project/pipe",
                   "a/",
                   "con",
                   " a ",
                   "a b"},
                  outside) +
           QStringList{QString(300, u'a'), QString(5000, u'a'),
                       QStringLiteral("a/").repeated(2000)};
}

QStringList gitLike(const QString &canary)
{
    return filled({"ext::sh -c touch% @@",
                   "ext::touch @@",
                   "ssh://-oProxyCommand=touch%20@@/x",
                   "-oProxyCommand=touch@@:x",
                   "git@-oProxyCommand=touch:x",
                   "fd::17/foo",
                   "http::http://127.0.0.1:1/",
                   "https://user:password@127.0.0.1:1/",
                   "http://127.0.0.1:1/$(touch @@)",
                   "refs/heads/../x",
                   "refs/heads/-x",
                   "a..b",
                   "a.lock",
                   "a/.b",
                   "@{u}",
                   "@{-1}",
                   "HEAD",
                   "HEAD~1",
                   "HEAD:pins.txt",
                   "^main",
                   "main^{commit}",
                   "main:evil",
                   "+main",
                   "+main:main",
                   ":main",
                   ":/",
                   ":(exclude)pins.txt",
                   ":(attr:x)",
                   "main --",
                   "--end-of-options",
                   "a:b",
                   "a@b"},
                  canary);
}

QStringList dockerLike(const QString &canary)
{
    return filled({"team/API", "team/api:1:2", "team/api@sha256:00", "team/api:$(touch @@)",
                   "../../api", "team//api", "registry:99999/api", "api -v /:/host", "label=a",
                   "a=b", "=", "=a", "name=^a$", "a,b", "type=bind,source=/,target=/host"},
                  canary);
}

} // namespace

QList<HostileValue> hostileValues(const QString &canary, const QString &outside)
{
    QList<HostileValue> values;
    add(values, "option", optionLike(canary));
    add(values, "shell", shellLike(canary));
    add(values, "control", controls());
    add(values, "bidi", bidiAndInvisible());
    add(values, "path", pathLike(outside));
    add(values, "git", gitLike(canary));
    add(values, "docker", dockerLike(canary));
    add(values, "text",
        {QString(), QStringLiteral(" "), QStringLiteral("null"), QStringLiteral("true"),
         QStringLiteral("-1"), QStringLiteral("1e9"), QStringLiteral("99999999999999999999"),
         QStringLiteral("<script>a</script>"), QStringLiteral("<img src=x>"),
         QStringLiteral("(a+)+$"), QStringLiteral("(?{ system 'a' })"), QStringLiteral("(")});
    return values;
}

} // namespace Slipway
