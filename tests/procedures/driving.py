"""What the scripts beside this share: a run of a checklist as a person sees it on the command line, and
how to kill what drives it."""
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
from drive import WAITING, Driver  # noqa: E402

DONE, FAILED, WRONG_USE, SKIPPED = 0, 1, 2, 77
PATIENCE = 900  # seconds; only what hangs takes that long, even on a machine that is slow


class Failure(Exception):
    """Something is not as it should be."""


def require(condition, what):
    if not condition:
        raise Failure(what)


def need(*programs):
    """Ends the test as skipped if one of them is not installed."""
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        print("not installed: " + ", ".join(missing))
        sys.exit(SKIPPED)


def need_engine():
    if subprocess.run(["docker", "version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        print("no Docker engine answers")
        sys.exit(SKIPPED)


def quick_python(folder):
    """A Python whose environments borrow the pip of this machine, if it has one: that saves half a minute."""
    if subprocess.run(["python3", "-m", "pip", "--version"], capture_output=True).returncode != 0:
        return "python3"
    program = folder / "python-with-pip"
    program.write_text('#!/bin/sh\nif [ "$2" = venv ]; then\n    shift 2\n'
                       '    set -- -m venv --system-site-packages --without-pip "$@"\nfi\nexec python3 "$@"\n')
    program.chmod(0o755)
    return str(program)


def wait_until(condition, what):
    """What the condition gave at last."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        require(time.monotonic() < end, f"waited {PATIENCE} s for: {what}")
        time.sleep(0.05)
    return found


def run(*arguments, folder=None):
    done = subprocess.run(arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    require(done.returncode == 0, f"{' '.join(map(str, arguments))}: {done.stdout}")
    return done.stdout.strip()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Run(Driver):
    """One run of a checklist."""

    def go_on(self, *arguments):
        """Runs `run …` or `resume …` until nobody can go on without a person; gives the status."""
        self.status, first = self.watched(*arguments)
        self.run_id = self.run_id or first
        require(self.run_id, f"no run was started: status {self.status}")
        return self.status

    def resume(self):
        return self.go_on("resume", self.run_id)

    def step(self, name, instance=None):
        return next(each for each in self.show()["steps"] if each["id"] == name and each["instance"] == instance)

    def expect(self, status, **states):
        """Steps by their ids, _ for - and __ for the dot behind a group."""
        names = {step: step.replace("__", ".").replace("_", "-") for step in states}
        found = {step: self.step(name)["state"] for step, name in names.items()}
        require(self.status == status and found == states,
                f"run {self.run_id}: status {self.status}, wanted {status}; {found}, wanted {states}")

    def say(self, verb, step, *options):
        """One of a person's verbs."""
        print(f"* slipway {verb} {self.run_id} {step} {' '.join(options)}".rstrip(), flush=True)
        status, _, errors = self.call(verb, self.run_id, step, *options)
        require(status == 0, f"{verb} {step}: status {status}, {errors}")

    def approve(self, gate):
        self.say("approve", gate, "--tick", "all")

    def log(self, step):
        return self.call("log", self.run_id, step)[1]

    def resume_killed(self, reached):
        """Resumes in the background, waits for `reached`, and kills the console at once."""
        print(f"$ slipway resume {self.run_id} &", flush=True)
        with subprocess.Popen([self.slipway, "resume", self.run_id], stdout=subprocess.DEVNULL) as console:
            try:
                result = reached()
            finally:
                console.kill()
        print("* kill -9 of the console", flush=True)
        return result


def kill_with_supervisor(pid):
    """The program and its supervisor, which is above it; that first, so that it can note no end."""
    chain = [pid]
    while True:
        status = Path(f"/proc/{chain[0]}/status").read_text()
        parent = int(status.split("PPid:")[1].split()[0])
        if parent <= 1 or Path(f"/proc/{parent}/comm").read_text().strip() != "slipway-exec":
            break
        chain.insert(0, parent)
    require(len(chain) > 1, f"process {pid} has no supervisor")
    for each in chain:
        with contextlib.suppress(ProcessLookupError):  # the next may go with the one before
            os.kill(each, signal.SIGKILL)
    print("* kill -9 of the supervisor and the script", flush=True)


def go_through(scenarios):
    """Each (name, function) in turn; ends the program where something is not as it should be."""
    for name, scenario in scenarios:
        begun = time.monotonic()
        print(f"\n== {name}", flush=True)
        try:
            scenario()
        except Failure as failure:
            sys.exit(f"FAILED: {name}: {failure}")
        print(f"== {name}: as it should be, {time.monotonic() - begun:.1f} s", flush=True)
