#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a step that does nothing asks of the disk and of the kernel, whatever else runs.

count_syncs.py SLIPWAY [STEPS]: runs such checklists under strace, 1 and 2 side by side, and
divides the syncs by file, and the programs started, by the number of steps.
"""
import collections
import re
import subprocess
import sys

import bench
import noop_steps

SYNC = re.compile(r"\bf(?:data)?sync\(\d+<([^>]*)>")
START = re.compile(r"\bexecve\(\"[^\"]*\".*= 0$")


def nameless(path):
    """A path without what differs from step to step."""
    path = re.sub(r"/attempts/\d+", "/attempts/N", path)
    path = re.sub(r"/runs/[a-z2-7]{12}", "/runs/RUN", path)
    path = re.sub(r"/objects/[0-9a-f]{2}", "/objects/XX", path)
    path = re.sub(r"/XX/[0-9a-f]+", "/XX/DIGEST", path)
    return re.sub(r"\.slipway-[0-9a-z]+$", ".slipway-TMP", path)


def counts(home, file):
    trace = home.path("trace")
    done = subprocess.run(
        ["strace", "-f", "-y", "-qq", "-o", trace, "-e", "trace=fsync,fdatasync,syncfs,execve",
         home.program, "run", file], env=home.environment, cwd=home.folder,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    syncs = collections.Counter()
    starts = 0
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if match := SYNC.search(line):
                syncs[nameless(match[1].replace(home.folder + "/home/data", ""))] += 1
            starts += bool(START.search(line))
    return syncs, starts


def main():
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    with bench.Home(sys.argv[1]) as home:
        nothing = home.write("one.yaml", noop_steps.checklist(1, 1).replace("noop-1", "one"))
        before, startsBefore = counts(home, nothing)
        for parallel in (1, 2):
            file = home.write("noop.yaml", noop_steps.checklist(steps, parallel))
            syncs, starts = counts(home, file)
            syncs.subtract(before)
            each = 1 / (steps - 1)
            print(f"{parallel} in parallel, {steps} steps: {syncs.total() * each:.2f} syncs and "
                  f"{(starts - startsBefore) * each:.2f} programs a step")
            for path, count in syncs.most_common():
                if count * each >= 0.05:
                    print(f"  {count * each:6.2f}  {path or '/'}")


if __name__ == "__main__":
    main()
