#!/usr/bin/env python3
"""Goes through the bundled checklist stack-test on the command line, with the real engine.

    stack_test.py SLIPWAY [CHECKLIST]

Lays down the sample and gives the images of its stack names of their own, so that nobody else's stack
is touched. The build fails, is mended and goes on while the console is killed; the gate is rejected,
opened again and approved; the stack is destroyed while the console is killed again. CHECKLIST is the
bundled one unless said. Ends with status 0 if all is as it should be.
"""
import contextlib
import os
import re
import sys
import tempfile
import time
from pathlib import Path

from driving import (DONE, FAILED, WAITING, Run, free_port, go_through, need, need_engine, quick_python, require, run, wait_until)

IMAGE = re.compile(r"slipway-sample-(training|worker|retrain|api|mlflow)\b")
SERVICES = ("api", "mltraining-model", "model-registry", "worker-pub", "worker-retrain")
BASE_IMAGE = "slipway-sample-python:3"


def docker(*arguments):
    return run("docker", *arguments).splitlines()


class World:
    """The sample, its stack and the console, below one folder."""

    def __init__(self, root, slipway, checklist):
        self.root, self.slipway, self.checklist = root, slipway, checklist
        self.project = f"slipway-stack-test-{os.getpid()}"
        self.sample = root / "sample"
        run(slipway, "sample", str(self.sample))
        run(str(self.sample / "base-image/make-base-image.sh"), str(self.sample / "wheels"))
        self.set_environment()
        self.give_own_names(self.sample / "forks/prodest-ml-stack")
        self.made = Run(slipway)

    def set_environment(self):
        for line in (self.sample / "environment").read_text().splitlines():
            name, _, value = line.partition("=")
            os.environ[name] = value.strip("'\"")
        self.port = free_port()
        os.environ.update({
            "SLIPWAY_HOME": str(self.root / "home"), "LC_ALL": "C.UTF-8", "COMPOSE_PROJECT_NAME": self.project,
            "API_PORT": str(self.port), "REGISTRY_PORT": str(free_port()), "QUEUE_PORT": str(free_port()),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        })

    def give_own_names(self, stack):
        files = ("build.sh", "stack/destroy.sh", "stack/docker-compose.yml", "temp_builder/make_tempbuilder.sh")
        for path in files:
            file = stack / path
            text = IMAGE.sub(rf"{self.project}-\1", file.read_text())
            file.write_text(text.replace("tempbuilder-slipway-sample", f"tempbuilder-{self.project}"))

    def inputs(self):
        forks = self.sample / "forks"
        return {"stack": forks / "prodest-ml-stack", "model": forks / "modelo-teste",
                "wheel": max((self.sample / "wheels").glob("mllibprodest-*.whl")),
                "python": quick_python(self.root), "stress-time": "3s", "api-url": f"http://localhost:{self.port}",
                "cleaning-image": BASE_IMAGE}

    def arguments(self):
        return ["run", self.checklist] + [word for key, value in self.inputs().items()
                                          for word in ("--input", f"{key}={value}")]

    def containers(self, *more):
        return docker("ps", "--all", "--quiet", "--filter", f"label=com.docker.compose.project={self.project}", *more)

    def images(self):
        """Those that the build made, by the name of the component."""
        names = docker("image", "ls", "--format", "{{.Repository}}")
        return sorted(name.removeprefix(self.project + "-") for name in names if name.startswith(self.project))

    @property
    def folder(self):
        return self.root / f"home/data/runs/{self.made.run_id}/work"

    def token(self):
        text = (self.folder / "test/prodest-ml-stack/temp_builder/credentials_stack.txt").read_text()
        return re.search(r"^api_token=(\S+)", text, re.M)[1]

    def clean_up(self):
        self.end_programs()
        with contextlib.suppress(Exception):
            containers = self.containers() + docker("ps", "--all", "--quiet", "--filter", f"name={self.project}")
            if containers:
                docker("rm", "--force", "--volumes", *set(containers))
            for name in docker("network", "ls", "--quiet", "--filter", f"label=com.docker.compose.project={self.project}"):
                docker("network", "rm", name)
            images = docker("image", "ls", "--quiet", "--filter", f"reference=*{self.project}*")
            if images:
                docker("image", "rm", "--force", *set(images))
        # The services wrote as root: only a container can take that away again.
        docker("run", "--rm", "--volume", f"{self.root}:/there", BASE_IMAGE, "find", "/there", "-mindepth", "1", "-delete")

    def end_programs(self):
        """A build that a failed test left behind would bring containers up again."""
        attempts = list(self.root.glob("home/data/runs/*/attempts/*"))
        for attempt in attempts:
            (attempt / "cancel").touch()
        end = time.monotonic() + 20
        while time.monotonic() < end and not all((each / "result.json").exists() for each in attempts
                                                 if (each / "started").exists()):
            time.sleep(0.1)


def what_is_no_wheel_is_refused(world):
    other = Run(world.slipway)
    arguments = [f"wheel={world.sample}/inputs.json" if word.startswith("wheel=") else word for word in world.arguments()]
    other.go_on(*arguments)
    other.expect(FAILED, wheel_name="failed", stack__copy_stack="pending")


def a_failing_build_is_mended(world):
    """In the test folder, as the procedure has it; the console is killed during the next try."""
    made, missing = world.made, "publicar/worker_pub/params.conf"
    kept = world.sample / "forks/modelo-teste" / missing
    content = kept.read_bytes()
    kept.unlink()
    made.go_on(*world.arguments())
    made.expect(FAILED, stack__check_layout="succeeded", stack__build_stack="failed", stack__train="pending", results="pending")
    require(missing.removeprefix("publicar/") in made.log("stack.build-stack"), "the log does not say what is missing")
    require(world.images() == [], "images were built without it")
    (world.folder / "test/prodest-ml-stack" / missing).write_bytes(content)
    kept.write_bytes(content)
    made.say("retry", "stack.build-stack")
    made.resume_killed(lambda: wait_until(world.images, "the first image"))
    made.resume()
    made.expect(WAITING, stack__build_stack="succeeded", stack__train="succeeded", stack__register="succeeded",
                stack__stress_test="succeeded", stack__return_test="succeeded", stack__freeze_library="succeeded",
                results="waiting", end__destroy="pending")
    log = made.log("stack.build-stack")
    require(log.count("[1/5]") == 1 and log.count("[5/5]") == 1, "the build was begun more than once")


def what_was_installed_is_listed(world):
    lists = {file.stem: file.read_text() for file in (world.folder / "freeze").glob("*.txt")}
    require(sorted(lists) == sorted(SERVICES + ("mllib",)), f"lists: {sorted(lists)}")
    require(all("==" in text for text in lists.values()), "a list is empty")
    requirements = (world.folder / "test/prodest-ml-stack/publicar/worker_pub/requirements.txt").read_text()
    require(re.search(r"^mllibprodest-.*\.whl$", requirements, re.M), "the requirements do not name the wheel")
    fork = (world.sample / "forks/modelo-teste/publicar/worker_pub/requirements.txt").read_text()
    require(".whl" not in fork, "the fork names the wheel")


def the_token_is_in_no_evidence(world):
    token = world.token().encode()
    for file in (world.root / "home").rglob("*"):
        if file.is_file() and not file.is_symlink() and not file.is_relative_to(world.folder):
            require(token not in file.read_bytes(), f"the token of the API is in {file}")


def a_rejection_destroys_nothing(world):
    made, before = world.made, sorted(world.containers())
    made.say("reject", "results", "--comment", "The lists have to be looked at again.")
    made.resume()
    made.expect(FAILED, results="failed", end__destroy="pending")
    require(sorted(world.containers()) == before, "the stack was touched")
    made.say("reset", "results")
    made.resume()
    made.expect(WAITING, results="waiting", stack__return_test="succeeded")


def it_is_destroyed_in_spite_of_a_crash(world):
    made, before = world.made, len(world.containers())
    made.approve("results")
    made.resume_killed(lambda: wait_until(lambda: len(world.containers()) < before, "the first container to go"))
    made.resume()
    made.expect(DONE, end__destroy="succeeded", end__down="succeeded", end__delete_test="succeeded")
    require(world.containers() == [] and world.images() == [], "something of the stack is left")
    require(not (world.folder / "test").exists(), "the test folder is left")
    require((world.folder / "freeze/api.txt").exists(), "the lists are gone")


def scenarios(world):
    yield "what is no wheel", lambda: what_is_no_wheel_is_refused(world)
    yield "a build that fails", lambda: a_failing_build_is_mended(world)
    yield "what was installed", lambda: what_was_installed_is_listed(world)
    yield "the token", lambda: the_token_is_in_no_evidence(world)
    yield "a rejection", lambda: a_rejection_destroys_nothing(world)
    yield "the end", lambda: it_is_destroyed_in_spite_of_a_crash(world)


def need_all():
    need("docker", "git")
    need_engine()


def main():
    need_all()
    slipway = os.path.abspath(sys.argv[1])
    checklist = sys.argv[2] if len(sys.argv) > 2 else "stack-test"
    with tempfile.TemporaryDirectory(prefix="slipway-stack-") as root:
        world = World(Path(root), slipway, checklist)
        try:
            go_through(scenarios(world))
        finally:
            world.clean_up()


if __name__ == "__main__":
    main()
