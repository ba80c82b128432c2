#!/usr/bin/env python3
"""Goes through the bundled checklist production-build on the command line, with real programs.

    production_build.py SLIPWAY [CHECKLIST]

Lays down a small project with a build script and a bare remote, starts a registry that asks for a
password, and builds, fails, mends, kills and resumes. What counts is what is in the registry and in
the remote afterwards. CHECKLIST is the bundled one unless said. Ends with status 0 if all is as it
should be, and with 77 if a program that is needed is not installed.
"""
import base64
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from driving import (DONE, FAILED, WAITING, WRONG_USE, Run, free_port, go_through, kill_with_supervisor, need, need_engine,
                     quick_python, require, run, wait_until)

USER, PASSWORD = "ana", "canary-4711"

# Builds an image of one file and pushes it. What it does is written down in $PROJECT_LOG; a file
# of $PROJECT_HOLD at which it stops says how far it is.
BUILD_SCRIPT = '''
import argparse, os, pathlib, subprocess, sys, time

options = argparse.ArgumentParser(description="Builds and deploys the forecast.")
options.add_argument("--version", default="0.0.0-SNAPSHOT", help="MAJOR.MINOR.PATCH-TAG")
options.add_argument("--deploy", action="store_true", help="push the image")
options = options.parse_args()
image = os.environ["PROJECT_IMAGE"] + ":" + options.version

def say(word):
    with open(os.environ["PROJECT_LOG"], "a") as log:
        log.write(f"{word} {options.version}\\n")

def hold(where):
    mark = pathlib.Path(os.environ["PROJECT_HOLD"]) / where
    if mark.exists():
        mark.rename(mark.with_suffix(".reached"))
        mark.with_suffix(".pid").write_text(str(os.getpid()))
        while not mark.with_suffix(".go").exists():
            time.sleep(0.05)

if not options.deploy or pathlib.Path("rebuilds").exists():
    say("build")
    hold("building")
    if pathlib.Path("broken").exists():
        sys.exit("broken: this file must not be there")
    subprocess.run(["docker", "build", "--quiet", "--label", f"made={time.time_ns()}", "--tag", image, "image"], check=True)
if options.deploy:
    say("deploy")
    hold("before-push")
    subprocess.run(["docker", "push", "--quiet", image], check=True)
    hold("after-push")
'''

# A backend that needs no package index: enough for `pip install --editable .` and for a wheel.
BACKEND = '''
import base64, hashlib, os, pathlib, zipfile

version = pathlib.Path("VERSION").read_text().strip()

def write(folder, files):
    name = f"forecast-{version}-py3-none-any.whl"
    info = f"forecast-{version}.dist-info"
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\\nName: forecast\\nVersion: {version}\\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\\nGenerator: minimal\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    lines = []
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        for path, text in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            lines.append(f"{path},sha256={digest},{len(text.encode())}\\n")
            wheel.writestr(path, text)
        wheel.writestr(f"{info}/RECORD", "".join(lines) + f"{info}/RECORD,,\\n")
    return name

def build_wheel(folder, config_settings=None, metadata_directory=None):
    return write(folder, {"forecast.py": pathlib.Path("src/forecast.py").read_text()})

def build_editable(folder, config_settings=None, metadata_directory=None):
    return write(folder, {"forecast.pth": os.path.abspath("src") + "\\n"})
'''

PROJECT = {
    "build.py": BUILD_SCRIPT,
    "backend/minimal.py": BACKEND,
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'minimal'\nbackend-path = ['backend']\n"
                      "[project]\nname = 'forecast'\ndynamic = ['version']\n",
    "VERSION": "1.4.0\n",
    "src/forecast.py": "def forecast(levels):\n    return sum(levels) / len(levels)\n",
    "production/tests/test_forecast.py": "import unittest\nfrom forecast import forecast\n\n\n"
                                         "class TestForecast(unittest.TestCase):\n"
                                         "    def test_mean(self):\n        self.assertEqual(forecast([1, 3]), 2)\n",
    "requirements.txt": "# nothing but what Python has\n",
    "install.sh": "#!/bin/sh\necho installed >>\"$PROJECT_LOG\"\n",
    "image/Dockerfile": "FROM scratch\nCOPY model.txt /\n",
    "image/model.txt": "weights\n",
    "CHANGELOG.md": "# Changelog\n\n## 1.4.0 - 2026-11-20\n\n- The first that is deployed.\n",
    ".gitignore": "*.egg-info/\n__pycache__/\n",
}


class Registry:
    """A registry of its own on the loopback, with one user."""

    def __init__(self, folder):
        self.address = f"127.0.0.1:{free_port()}"
        folder.mkdir()
        run("htpasswd", "-Bbc", str(folder / "users"), USER, PASSWORD)
        (folder / "registry.yml").write_text(
            "version: 0.1\nlog: {level: info}\n"
            f"storage: {{filesystem: {{rootdirectory: {folder}/images}}}}\nhttp: {{addr: '{self.address}'}}\n"
            f"auth: {{htpasswd: {{realm: test, path: {folder}/users}}}}\n")
        self.log = folder / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(["docker-registry", "serve", str(folder / "registry.yml")],
                                            stdout=log, stderr=log)
        wait_until(self.answers, "the registry")

    def answers(self):
        host, port = self.address.split(":")
        with contextlib.suppress(OSError), socket.create_connection((host, int(port)), 1):
            return True
        return False

    def tags(self):
        """{image: tags} of all that it has."""
        names = self.get("_catalog")["repositories"]
        return {name: sorted(self.get(f"{name}/tags/list")["tags"] or []) for name in names}

    def get(self, path):
        word = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        request = urllib.request.Request(f"http://{self.address}/v2/{path}", headers={"Authorization": f"Basic {word}"})
        with urllib.request.urlopen(request, timeout=10) as reply:
            return json.load(reply)

    def pushes(self, tag):
        """How often an image was accepted under this tag."""
        return sum(f"/manifests/{tag} " in line and '"PUT ' in line and " 201 " in line
                   for line in self.log.read_text(errors="replace").splitlines())

    def stop(self):
        self.process.terminate()
        self.process.wait()


class World:
    """The project, its remote, the registry and the console, below one folder."""

    def __init__(self, root, slipway, checklist):
        self.root, self.slipway, self.checklist = root, slipway, checklist
        self.registry = Registry(root / "registry")
        self.hold, self.log = root / "hold", root / "project.log"
        self.hold.mkdir()
        self.log.touch()
        self.image = f"{self.registry.address}/team/forecast"
        os.environ.update({
            "HOME": str(root), "SLIPWAY_HOME": str(root / "home"), "DOCKER_CONFIG": str(root / "docker"),
            "LC_ALL": "C.UTF-8", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PROJECT_LOG": str(self.log), "PROJECT_HOLD": str(self.hold),
            "FORECAST_PASSWORD": PASSWORD, "GIT_CONFIG_NOSYSTEM": "1",
        })
        (root / ".gitconfig").write_text("[user]\n\tname = Ana Test\n\temail = ana@example.org\n"
                                         "[init]\n\tdefaultBranch = master\n")
        self.python = quick_python(root)
        self.lay_down()

    def lay_down(self):
        self.remote, self.clone = self.root / "remote.git", self.root / "project"
        for path, text in PROJECT.items():
            file = self.clone / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        (self.clone / "install.sh").chmod(0o755)
        run("git", "init", "--quiet", "--bare", str(self.remote))
        run("git", "init", "--quiet", folder=self.clone)
        run("git", "remote", "add", "origin", str(self.remote), folder=self.clone)
        self.commit("Begin")
        run("git", "push", "--quiet", "origin", "master", folder=self.clone)

    def commit(self, message):
        run("git", "add", "--all", folder=self.clone)
        run("git", "commit", "--quiet", "--message", message, folder=self.clone)

    def head(self):
        return run("git", "rev-parse", "HEAD", folder=self.clone)

    def remote_tags(self):
        lines = run("git", "ls-remote", "--tags", str(self.remote)).splitlines()
        return sorted(line.split("refs/tags/")[1] for line in lines if not line.endswith("^{}"))

    def commit_of(self, tag):
        return run("git", "rev-parse", f"{tag}^{{commit}}", folder=self.remote)

    def did(self, word, version):
        return self.log.read_text().splitlines().count(f"{word} {version}")

    def inputs(self, version="1.4.0", kind="release", **more):
        return {"repository": self.clone, "version": version, "kind": kind, "system-packages": "script",
                "test-arguments": ["-m", "unittest", "discover", "-s", "production/tests"],
                "variables": [f"PROJECT_IMAGE={self.image}"], "registry": self.registry.address,
                "image": "team/forecast", "python": self.python, "registry-user": USER, "password-variable": "FORECAST_PASSWORD",
                "changelog": "CHANGELOG.md", **more}

    def arguments(self, version, kind, **more):
        arguments = ["run", self.checklist]
        for key, value in self.inputs(version, kind, **more).items():
            text = json.dumps(value) if isinstance(value, list) else str(value)
            arguments += ["--input", f"{key}={text}"]
        return arguments

    def start(self, version, kind, **more):
        """The run and the status at which it stands still."""
        made = Run(self.slipway)
        made.go_on(*self.arguments(version, kind, **more))
        return made

    def hold_at(self, where):
        for old in self.hold.iterdir():
            old.unlink()
        (self.hold / where).touch()

    def release(self, where):
        (self.hold / where).with_suffix(".go").touch()

    def clean_up(self):
        self.registry.stop()
        images = run("docker", "image", "ls", "--quiet", "--filter", f"reference={self.image}").split()
        if images:
            run("docker", "image", "rm", "--force", *set(images))

    def held_pid(self, where):
        file = (self.hold / where).with_suffix(".pid")
        wait_until(lambda: file.exists() and file.read_text(), f"the script to reach {where}")
        return int(file.read_text())


def wrong_versions_begin_nothing(world):
    for version in ("1.4", "01.4.0", "1.4.0-", "v1.4.0"):
        made = Run(world.slipway)
        status, _, errors = made.call(*world.arguments(version, "release"))
        require(status == WRONG_USE and "'version'" in errors, f"version '{version}': status {status}, {errors}")
    for version, kind in (("1.4.0", "development"), ("1.4.0-SNAPSHOT", "release"), ("1.4.0-SNAPSHOT.1", "release")):
        world.start(version, kind).expect(FAILED, snapshot="failed", names="pending", repository="pending")
    require(world.log.read_text() == "", "something was done under a wrong version")


def development_fails_is_mended_and_survives(world):
    version = "1.4.0-SNAPSHOT"
    made = failing_build_is_mended(world, version)
    what_was_not_tested_is_found(world, made)
    made.say("reset", "build")
    made.go_on("resume", made.run_id)
    made.expect(WAITING, built="succeeded", go_ahead="waiting", deploy="pending")
    made.approve("go-ahead")
    world.hold_at("before-push")  # the registry has another image of that name: it cannot count as this one
    kill_with_supervisor(made.resume_killed(lambda: world.held_pid("before-push")))
    made.go_on("resume", made.run_id)
    made.expect(DONE, deploy="succeeded", same="succeeded", tag="skipped")
    require(world.registry.pushes(version) == 2, f"pushed {world.registry.pushes(version)} times")
    require(world.registry.tags() == {"team/forecast": [version]} and world.remote_tags() == [], "what was published")


def failing_build_is_mended(world, version):
    """Up to the gate; the console is killed while the mended build runs, and the build goes on."""
    (world.clone / "broken").touch()
    made = world.start(version, "development")
    made.expect(FAILED, build="failed", deploy="pending", tests="succeeded", changelog="skipped", unused="skipped")
    (world.clone / "broken").unlink()
    made.say("retry", "build")
    world.hold_at("building")
    made.resume_killed(lambda: world.held_pid("building"))
    world.release("building")
    made.go_on("resume", made.run_id)
    made.expect(WAITING, build="succeeded", built="succeeded", go_ahead="waiting")
    require(world.did("build", version) == 2, f"built {world.did('build', version)} times")
    names = made.step("names")["outputs"]
    require((names["python"], names["git"]) == ("1.4.0.dev0", "no tag"), names)
    require(world.registry.tags() == {}, "deployed before the gate")
    return made


def what_was_not_tested_is_found(world, made):
    """A script that builds again when it deploys."""
    (world.clone / "rebuilds").touch()
    made.approve("go-ahead")
    made.go_on("resume", made.run_id)
    made.expect(FAILED, deploy="succeeded", fetched="succeeded", same="failed", tag="pending")
    (world.clone / "rebuilds").unlink()


def release_is_tagged_once(world, version):
    """Everything is killed after the push, and the console again while the tag is pushed."""
    made = world.start(version, "release", wheel="true")
    made.expect(WAITING, changelog="succeeded", wheel="succeeded", unused="succeeded", go_ahead="waiting")
    made.say("reject", "go-ahead", "--comment", "Not before the weekend.")
    made.go_on("resume", made.run_id)
    made.expect(FAILED, go_ahead="failed", deploy="pending", tag="pending")
    require(world.did("deploy", version) == 0 and world.remote_tags() == [], "published in spite of the rejection")
    made.say("reset", "go-ahead")
    made.go_on("resume", made.run_id)
    made.expect(WAITING, go_ahead="waiting", build="succeeded")
    require(world.did("build", version) == 1, "built again for the gate")
    made.approve("go-ahead")
    world.hold_at("after-push")
    kill_with_supervisor(made.resume_killed(lambda: world.held_pid("after-push")))
    hook, mark = world.remote / "hooks/post-receive", world.root / "received"
    hook.write_text(f"#!/bin/sh\necho x >>'{mark}'\nsleep 1\n")
    hook.chmod(0o755)
    made.resume_killed(lambda: wait_until(mark.exists, "the tag to reach the remote"))
    made.go_on("resume", made.run_id)
    made.expect(DONE, deploy="succeeded", same="succeeded", tag="succeeded")
    require(world.registry.pushes(version) == 1, f"pushed {world.registry.pushes(version)} times")
    require(world.did("deploy", version) == 1, f"deployed {world.did('deploy', version)} times")
    require(mark.read_text() == "x\n", "the remote received more than one push")
    require(world.commit_of(version) == world.head(), "the tag marks another commit")


def releases_that_must_not_be(world):
    world.start("1.4.0", "release").expect(FAILED, unused="failed", build="pending")
    (world.clone / "src/forecast.py").write_text("def forecast(levels):\n    return 0\n")
    world.start("1.5.0", "release").expect(FAILED, commit="failed", build="pending")
    world.commit("Not on the main branch")
    world.start("1.5.0", "release").expect(FAILED, commit="failed", build="pending")
    run("git", "reset", "--quiet", "--hard", "origin/master", folder=world.clone)
    world.start("9.9.9", "release").expect(FAILED, changelog="failed", build="pending")


def the_password_is_nowhere(world):
    forms = [PASSWORD.encode(), base64.b64encode(PASSWORD.encode())]
    for file in (world.root / "home").rglob("*"):
        if file.is_file() and not file.is_symlink():
            content = file.read_bytes()
            require(not any(form in content for form in forms), f"the password is in {file}")


def scenarios(world):
    yield "wrong versions", lambda: wrong_versions_begin_nothing(world)
    yield "a development build", lambda: development_fails_is_mended_and_survives(world)
    yield "a release", lambda: release_is_tagged_once(world, "1.4.0")
    yield "what must not be released", lambda: releases_that_must_not_be(world)
    yield "the password", lambda: the_password_is_nowhere(world)


def need_all():
    need("docker", "docker-registry", "htpasswd", "git")
    need_engine()


def main():
    need_all()
    slipway = os.path.abspath(sys.argv[1])
    checklist = sys.argv[2] if len(sys.argv) > 2 else "production-build"
    with tempfile.TemporaryDirectory(prefix="slipway-production-") as root:
        world = World(Path(root), slipway, checklist)
        try:
            go_through(scenarios(world))
            require(world.remote_tags() == ["1.4.0"], f"tags: {world.remote_tags()}")
            print(f"\nregistry: {world.registry.tags()}\nremote: {world.remote_tags()}")
        finally:
            world.clean_up()


if __name__ == "__main__":
    main()
