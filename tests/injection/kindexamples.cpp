// SPDX-License-Identifier: MIT
#include "tests/injection/kindexamples.h"

#include "tests/injection/injectionworld.h"

#include <QJsonDocument>

namespace Slipway {

namespace {

Value::Map example(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        qFatal("%s: %s", json.constData(), qPrintable(problem.errorString()));
    return Value::fromJson(document.object()).map();
}

using Examples = QMap<QString, QList<Value::Map>>;

void addPeople(Examples &all)
{
    all[QStringLiteral("approval")] = {
        example(R"({"from": "ana", "quorum": 1, "items": ["Looks good"],
                    "evidence": ["steps.a.evidence.log"], "instructions": "Look."})")};
    all[QStringLiteral("manual")] = {
        example(R"({"text": "Do it.", "commands": ["make"], "copy": "Done", 
                    "link": "https://example.org/"})")};
    all[QStringLiteral("check")] = {example(R"({"that": true, "message": "No."})")};
}

void addPrograms(Examples &all, const InjectionWorld &world)
{
    const QByteArray recorder = world.recorder().toUtf8();
    all[QStringLiteral("command")] = {
        example("{\"run\": [\"" + recorder +
                "\", \"a\"], \"in\": \"project\", \"env\": {\"HOSTILE\": \"b\"}, \"output\": "
                "\"text\", \"expect\": \"a\", \"reject\": \"b\", \"success-codes\": [0], "
                "\"capture\": {\"x\": {\"pattern\": \"a\", \"default\": \"\"}}, \"again\": "
                "\"safe\", \"reads\": true}"),
        example("{\"run\": [\"" + recorder +
                "\"], \"terminal\": true, \"answers\": [{\"prompt\": \"a\", \"reply\": \"b\"}], "
                "\"prompt-wait\": \"5s\", \"interrupt-after\": \"5s\", \"interrupt-when\": \"a\", "
                "\"probe\": [\"" +
                recorder + "\"]}"),
        example(R"({"run": "true", "shell": true, "env": {"HOSTILE": "b"}})")};
    all[QStringLiteral("http.check")] = {
        example(R"({"url": "http://127.0.0.1:1/", "method": "POST", "headers": {"X-A": "b"},
                    "body": "a", "status": [200], "json": [{"at": "a", "is": "b"}],
                    "contains": "a", "timeout": "5s", "redirects": false})")};
    all[QStringLiteral("python.build")] = {
        example(R"({"in": "project", "how": "wheel", "version": "1.2.3", "python": "python3",
                    "wheels": "wheels"})")};
}

void addDocker(Examples &all)
{
    all[QStringLiteral("docker.build")] = {
        example(R"({"in": "project", "tags": ["team/api:1.2"], "file": "Dockerfile",
                    "target": "base", "args": {"A": "b"}, "labels": {"l": "v"}, "pull": false,
                    "no-cache": false})")};
    all[QStringLiteral("docker.compose")] = {
        example(R"({"in": "stack", "action": "up", "file": "compose.yaml", "services": ["api"],
                    "build": true, "project": "stack"})"),
        example(R"({"in": "stack", "action": "down", "volumes": true})")};
    all[QStringLiteral("docker.login")] = {
        example(R"({"registry": "example.org", "user": "ana", "password-variable": "HOME"})"),
        example(R"({"registry": "example.org", "user": "ana", "password-file": "password"})")};
    all[QStringLiteral("docker.wait")] = {
        example(R"({"in": "stack", "services": ["api"], "until": "running", "timeout": "1s",
                    "file": "compose.yaml", "project": "stack"})"),
        example(R"({"in": "stack", "services": ["api"], "log": "a", "timeout": "1s"})"),
        example(R"({"url": "http://127.0.0.1:1/", "timeout": "1s"})")};
}

void addFiles(Examples &all)
{
    all[QStringLiteral("files.copy")] = {
        example(R"({"from": "project/kept.txt", "to": "copied/new.txt"})"),
        example(
            R"({"from": "kept.txt", "in": "project", "into": "wheels", "except": ["*.pyc"], "with-git": false, "overwrite": false,
                    "in-repository": false})")};
    all[QStringLiteral("files.delete")] = {example(R"({"path": "wheels"})"),
                                           example(R"({"path": "wheels", "image": "api"})")};
    all[QStringLiteral("files.replace")] = {
        example(R"({"in": "project", "file": "kept.txt", "find": "one", "replace": "two",
                    "regex": false, "count": "1"})"),
        example(R"({"in": "project", "file": "kept.txt", "line": "one", "replace": "two"})")};
    all[QStringLiteral("version.bump")] = {
        example(R"({"in": "project", "file": "pyproject.toml", "pattern": "version = \"(.+)\"",
                    "to": "1.2.4"})"),
        example(R"({"in": "project", "file": "pyproject.toml", "pattern": "version = \"(.+)\"",
                    "part": "last"})")};
    all[QStringLiteral("changelog.check")] = {
        example(R"({"in": "project", "file": "CHANGELOG.md", "version": "1.2.3",
                    "date": "2026-01-02"})")};
}

void addGit(Examples &all, const InjectionWorld &world)
{
    const QByteArray remote = (world.workspace() + QStringLiteral("/repo")).toUtf8();
    all[QStringLiteral("git.clone")] = {
        example("{\"url\": \"" + remote +
                "\", \"to\": \"clone\", \"branch\": \"main\", "
                "\"upstream\": \"" +
                remote + "\"}"),
        example("{\"existing\": \"" + remote + "\", \"to\": \"clone\"}")};
    all[QStringLiteral("git.branch")] = {
        example(R"({"in": "clean", "name": "feature", "from": "main", "remote": "origin",
                    "if-exists": "fail"})")};
    all[QStringLiteral("git.commit")] = {
        example(R"({"in": "repo", "message": "Change", "paths": ["pins.txt"]})"),
        example(R"({"in": "repo", "message": "Change", "all-changes": true})")};
    all[QStringLiteral("git.push")] = {
        example(R"({"in": "clean", "remote": "origin", "branch": "main", "replace": false})")};
    all[QStringLiteral("git.merge")] = {
        example(R"({"in": "clean", "from": "origin/main", "branch": "main", "message": "Merge",
                    "prefer": {"ours": ["*.txt"]}, "whole": ["*.lock"]})")};
    all[QStringLiteral("git.tag")] = {
        example(R"({"in": "clean", "name": "v1", "message": "One", "commit": "main",
                    "remote": "origin", "lightweight": false})")};
}

void addImages(Examples &all)
{
    all[QStringLiteral("images.bump")] = {
        example(R"({"in": "stack", "file": "images.yaml", "only": ["api"], "linked": false,
                    "tags": "stack/tags.txt", "take": {"api": "1.1"}, "ask": "never"})"),
        example(R"({"in": "stack", "file": "images.yaml", "tags": "stack/tags.txt"})")};
}

void addPackages(Examples &all, const InjectionWorld &world)
{
    const QByteArray inventory = world.inventory().toUtf8();
    all[QStringLiteral("packages.pin")] = {
        example("{\"in\": \"project\", \"files\": [\"requirements.txt\"], \"except\": "
                "[\"a/**\"], \"packages\": [\"torch\"], \"as\": \"requirements\", \"from\": [\"" +
                inventory + "\"], \"all\": true, \"check\": false}"),
        example("{\"in\": \"project\", \"files\": [\"requirements.txt\"], \"from\": [\"" +
                inventory + "\"], \"all\": true, \"check\": true}")};
    all[QStringLiteral("packages.same")] = {
        example("{\"in\": [\"project\"], \"files\": [\"requirements.txt\"], \"except\": "
                "[\"a/**\"], \"packages\": [\"torch\"], \"from\": [\"" +
                inventory + "\"], \"report\": true}")};
    all[QStringLiteral("packages.unpin")] = {
        example(R"({"in": "project", "files": ["requirements.txt"], "except": ["a/**"],
                    "packages": ["torch"], "as": "requirements"})")};
    all[QStringLiteral("packages.freeze")] = {
        example(R"({"venv": "venv", "to": "frozen/list.txt"})"),
        example(R"({"compose": "stack", "service": "api"})"), example(R"({"container": "api"})"),
        example(R"({"image": "api"})")};
}

} // namespace

QMap<QString, QList<Value::Map>> kindExamples(const InjectionWorld &world)
{
    Examples all;
    addPeople(all);
    addPrograms(all, world);
    addDocker(all);
    addFiles(all);
    addGit(all, world);
    addPackages(all, world);
    addImages(all);
    return all;
}

} // namespace Slipway
