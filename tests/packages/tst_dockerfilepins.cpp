// SPDX-License-Identifier: MIT
#include "core/packages/dockerfilepins.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestDockerfilePins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheInstallsOfARealShapedFile();
    void readsOneFile_data();
    void readsOneFile();
    void reportsWhatIsNoPin();
    void namesTheFilesThatMayHoldPins();
    void everyPinStandsWhereItSays();
    void survivesAnyCutOfAFile();
};

void TestDockerfilePins::findsTheInstallsOfARealShapedFile()
{
    const LocatedPins found = locateDockerfilePins(testData("api.Dockerfile"));
    QCOMPARE(pinTexts(found),
             words("7 pip==26.0.1|7 setuptools==82.0.1|7 pymongo==4.16.0|7 requests==2.33.1|"
                   "8 numpy==2.1.3|11 python-jose[cryptography]==3.5.0|11 passlib[bcrypt]>=1.7.4|"
                   "12 uvicorn==0.24.0.post1|12 ruamel_yaml|15 pika==1.3.2|15 rich==13.7.1|"
                   "17 minio==7.2.5|19 mlflow[auth]==3.10.1"));
    QVERIFY(found.leftAlone.isEmpty());
}

void TestDockerfilePins::readsOneFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("pins");

    const auto row = [](const char *name, const char *file, const char *pins) {
        QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(pins);
    };
    row("blanks behind the escape", "RUN pip install a==1 \\  \t\n b==2\n", "1 a==1|2 b==2");
    row("two escapes do not continue", "RUN pip install a==1 \\\\\nb==2\n", "1 a==1");
    row("comment inside ends in an escape", "RUN pip install a==1 \\\n # c \\\n b==2\n",
        "1 a==1|3 b==2");
    row("empty lines inside", "RUN pip install a==1 \\\n\n  \n b==2\n", "1 a==1|4 b==2");
    row("a comment on its own does not continue", "# c \\\nRUN pip install a==1\n", "2 a==1");
    row("word split over lines", "RUN pip install pymon\\\ngo==4\n", "1 pymongo==4");
    row("version split over lines", "RUN pip install pymongo==4\\\n.2\n", "1 pymongo==4.2!");
    row("operator split over lines", "RUN pip install pymongo=\\\n=4.2\n", "1 pymongo==4.2!");
    row("escape directive", "# escape=`\nRUN pip install a==1 `\n b==2 \\\nX y==3\n",
        "2 a==1|3 b==2");
    row("directive behind a comment is none", "# hi\n# escape=`\nRUN pip install a==1 `\n b==2\n",
        "3 a==1");
    row("heredoc",
        "RUN <<EOF\npip install a==1\n# pip install no==1\npip install b==2 \\\n c==3\n"
        "EOF\nRUN pip install d==4\n",
        "2 a==1|4 b==2|5 c==3|7 d==4");
    row("heredoc with tabs and quotes", "RUN <<-'E' bash -ex\n\tpip install a==1\n\tE\n", "2 a==1");
    row("heredoc for python", "RUN python3 <<EOF\nprint('pip install a==1')\nEOF\n", "");
    row("heredoc into a file", "RUN cat <<EOF > r.txt && pip install b==2\na==1\nEOF\n", "1 b==2");
    row("heredoc in COPY", "COPY <<EOF /r.txt\nRUN pip install a==1\nEOF\nRUN pip install b==2\n",
        "4 b==2");
    row("two heredocs", "RUN <<A cat && <<B sh\nRUN x\nA\npip install b==2\nB\n", "4 b==2");
    row("a command behind a heredoc", "RUN bash <<EOF && pip install c==3\npip install a==1\nEOF\n",
        "1 c==3|2 a==1");
    row("JSON form", "RUN [\"pip\", \"install\", \"a>=1\", \"b\\u003d=2\"]\n", "1 a>=1|1 b==2!");
    row("broken JSON is shell", "RUN [\"pip\", \"install\", \"a==1\"\n", "");
    row("a shell in JSON", "RUN [\"sh\", \"-c\", \"pip install a==1 && pip install 'b>=2'\"]\n",
        "1 a==1|1 b>=2");
    row("a shell in a shell", "RUN bash -lc \"pip install a==1 'b[c]==2'\"\n", "1 a==1|1 b[c]==2");
    row("shell comment", "RUN pip install a==1 # note \\\n b==2\n", "1 a==1");
    row("flags of RUN", "RUN --mount=type=cache,target=/x --network=none pip install a==1\n",
        "1 a==1");
    row("chains", "RUN set -eux; pip install a==1&&pip install b==2 || (pip3 install c==3)|cat\n",
        "1 a==1|1 b==2|1 c==3");
    row("if", "RUN if true; then pip install a==1; else pip install b==2; fi\n", "1 a==1|1 b==2");
    row("sudo, env, assignments",
        "RUN sudo -H -u app X=1 pip install a==1; env -u X P=1 pip install b==2; P=/x pip install "
        "c==3\n",
        "1 a==1|1 b==2|1 c==3");
    row("spellings",
        "RUN /usr/bin/python3.11 -I -m pip install a==1; pip3.11 install b==2; "
        "pipx install c==3; uv --quiet pip install d==4; python -mpip install e==5\n",
        "1 a==1|1 b==2|1 c==3|1 d==4|1 e==5");
    row("not pip",
        "RUN python -m build a==1; uv add b==2; pipenv install c==3; echo pip install "
        "d==4; npm i pip==1; conda install numpy=1.26\n",
        "");
    row("conda run", "RUN conda run -n web pip install a==1\n", "1 a==1");
    row("other subcommands", "RUN pip uninstall a==1; pip config set b==2; pip download c==3\n",
        "1 c==3");
    row("options with values",
        "RUN pip --proxy p install -r r.txt -c c.txt -i https://i/s --index-url u==1 -t /d==1 "
        "--target=/d==2 --extra-index-url e==1 -qr q==1 -f w==1 --no-binary :all: a==1\n",
        "1 a==1");
    row("end of options", "RUN pip install -U -- a==1\n", "1 a==1");
    row("quotes",
        "RUN pip install 'a==1' \"b==2\" c\"==3\" d==\"4\" \"e\"==5 f=='6'; pip install "
        "\"g == 7\"\n",
        "1 a==1|1 b==2|1 c==3|1 d==4|1 e==5!|1 f==6|1 g==7");
    row("escaped version", "RUN pip install foo==1\\.2 b==2\n", "1 foo==1.2!|1 b==2");
    row("bare redirections", "RUN pip install a>=1.2 b==1 'c>=2' d<2 2>/dev/null >log\n",
        "1 a!|1 b==1|1 c>=2|1 d!");
    row("variables", "ARG V=1\nRUN pip install a==$V \"b==${V:-1.2}\" c==$(cat v) d==4\n",
        "2 a==1!|2 b==1!|2 c==$!|2 d==4");
    row("a version set by ARG",
        "ARG G=9\nFROM x AS a\nARG A=1.2\nRUN pip install a==$A\nFROM a\nARG G\n"
        "RUN pip install a==${A} g==\"$G\"\nFROM y\nRUN pip install b==$B h==${H:-3}\n",
        "4 a==1.2|7 a==1.2|7 g==9|9 b==$!|9 h==3");
    row("a version set by ENV",
        "FROM x\nENV A=\"1.2\" B='2'\nENV C 3\nARG A=7\nENV D=$C E=${F:-5}\n"
        "RUN pip install a==$A b==$B d==$D e==$E\n",
        "6 a==1.2|6 b==2|6 d==3|6 e==5");
    row("a variable used for more",
        "FROM x\nARG A=1\nARG B=2\nRUN pip install a==$A b==$B && curl x/$A\nLABEL b=$B\n",
        "4 a==1!|4 b==2!");
    row("a version set by the shell",
        "RUN set -e; A=1.2; export B=2 && pip install a==$A b==\"$B\"; C=3 pip install c==$C\n"
        "RUN pip install d==$D\nRUN if x; then E=1; else E=2; fi; pip install e==$E\n"
        "ARG F=1\nRUN for F in 1 2; do pip install f==$F; done\n",
        "1 a==1.2|1 b==2|1 c==$!|2 d==$!|3 e==$!|5 f==$!");
    row("no variable",
        "FROM x\nARG A=1\nRUN pip install 'a==$A' b==\\$A c==$A.2\n"
        "RUN [\"pip\", \"install\", \"a==$A\"]\n"
        "RUN [\"sh\", \"-c\", \"pip install d==$A\"]\n",
        "3 a==$A!|3 b==$A!|3 c==$.2!|4 a==$A!|5 d==1!");
    row("local version", "RUN pip install torch==2.1.0+cu118\n", "1 torch==2.1.0+cu118!");
    row("onbuild and small letters", "onbuild run pip install a==1\nrun pip install b==2\n",
        "1 a==1|2 b==2");
    row("carriage returns", "RUN pip install a==1 \\\r\n b==2\r\nRUN pip install c==3\r\n",
        "1 a==1|2 b==2|3 c==3");
    row("byte order mark", "\xEF\xBB\xBFRUN pip install a==1", "1 a==1");
    row("text that looks like it",
        "ENV X=\"pip install a==1\"\nLABEL b==2\nCMD pip install c==3\n"
        "RUN echo \"pip install d==4\"\n",
        "");
    row("several stages", "FROM a AS b\nRUN pip install a==1\nFROM b\nRUN pip install a==1\n",
        "2 a==1|4 a==1");
}

void TestDockerfilePins::readsOneFile()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, pins);
    QCOMPARE(pinTexts(locateDockerfilePins(file)).join(u'|'), pins);
}

void TestDockerfilePins::reportsWhatIsNoPin()
{
    const LocatedPins found = locateDockerfilePins(
        "RUN pip install . $PACKAGES ./x lib-1.0-py3-none-any.whl git+https://e.org/x 'a b' \\\n"
        " \"n @ https://e.org/n.whl\" && \\\n"
        " pip install $DIR/helpers-1.2.tar.gz\n"
        "RUN python3 <<EOF\na = b == 1\nEOF\n");
    QVERIFY(found.pins.isEmpty());
    QCOMPARE(leftAloneTexts(found.leftAlone),
             words("1 .|1 $|1 ./x|1 lib-1.0-py3-none-any.whl|1 git+https://e.org/x|1 a b|2 n|"
                   "3 $/helpers-1.2.tar.gz|5 "));
    for (const LeftAlone &place : found.leftAlone)
        QVERIFY(!place.why.isEmpty());
}

void TestDockerfilePins::namesTheFilesThatMayHoldPins()
{
    const LocatedPins found = locateDockerfilePins(
        "RUN pip install -r requirements.txt -cc.txt a==1 --requirement=/tmp/more.txt \\\n"
        "  && bash -eux /tmp/install.sh x && ./setup.sh && echo y.sh && . /opt/env.sh\n");
    QStringList texts;
    for (const NamedFile &file : found.files)
        texts.append(QStringLiteral("%1 %2 %3").arg(file.line).arg(int(file.kind)).arg(file.path));
    QCOMPARE(texts, words("1 0 requirements.txt|1 1 c.txt|1 0 /tmp/more.txt|2 2 /tmp/install.sh|"
                          "2 2 ./setup.sh|2 2 /opt/env.sh"));
}

void TestDockerfilePins::everyPinStandsWhereItSays()
{
    const QByteArray file = testData("api.Dockerfile");
    const LocatedPins found = locateDockerfilePins(file);
    QVERIFY(!found.pins.isEmpty());
    for (const Pin &pin : found.pins) {
        QVERIFY(pin.text.of(file).startsWith(pin.name.toLatin1()));
        QCOMPARE(pin.versionRange.of(file), pin.version);
        QVERIFY(pin.specifier.of(file).startsWith(pin.op.toLatin1()));
        QCOMPARE(int(file.left(pin.text.begin).count('\n')) + 1, pin.line);
    }
}

void TestDockerfilePins::survivesAnyCutOfAFile()
{
    const QByteArray file = testData("api.Dockerfile") +
                            "\nRUN <<EOF\npip install \"a==1\nEOF\nRUN [\"a\\u00\nRUN x $(y ${z \\";
    for (qsizetype length = 0; length <= file.size(); ++length) {
        const QByteArray cut = file.left(length);
        for (const Pin &pin : locateDockerfilePins(cut).pins)
            QVERIFY(pin.text.end <= cut.size() && pin.specifier.end <= cut.size());
    }
}

QTEST_GUILESS_MAIN(TestDockerfilePins)
#include "tst_dockerfilepins.moc"
