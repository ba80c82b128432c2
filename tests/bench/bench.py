# SPDX-License-Identifier: MIT
"""What the benches share: a home of their own, figures, and a clean end."""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


class Home:
    """A state folder of its own, beside which the checklists of a bench lie."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="slipway-bench-", dir=os.environ.get("BENCH_DIR"))
        self.environment = dict(
            os.environ, SLIPWAY_HOME=os.path.join(self.folder, "home"), LC_ALL="C.UTF-8",
            QT_QPA_PLATFORM="offscreen")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        if name.endswith(".yaml"):
            self.slipway("trust", "--yes", path)
        return path

    def path(self, name):
        return os.path.join(self.folder, name)

    def slipway(self, *arguments, given=b""):
        return timed([self.program, *arguments], self.environment, self.folder, given=given)


def timed(argv, environment=None, folder=None, output=subprocess.DEVNULL, given=b""):
    """Seconds that a command takes, with this standard input; an end other than 0 ends the bench."""
    begin = time.monotonic()
    done = subprocess.run(argv, env=environment, cwd=folder, input=given,
                          stdout=output, stderr=subprocess.PIPE, check=False)
    seconds = time.monotonic() - begin
    if done.returncode != 0:
        sys.exit(f"{argv}: status {done.returncode}\n{done.stderr.decode()}")
    return seconds


def largest_child_mib():
    """The most memory that any child that has ended held, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def spread(values, scale=1.0):
    return f"min {min(values) * scale:.2f}, median {statistics.median(values) * scale:.2f}"
