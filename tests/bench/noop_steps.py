#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a step costs that does nothing, beside make.

noop_steps.py SLIPWAY [STEPS [ROUNDS]]: a checklist of STEPS steps that call true, 1 and 2 side
by side, against a Makefile of as many phony targets, in turn, so that both meet the same machine.
"""
import sys

import bench


def checklist(steps, parallel):
    lines = ["slipway: 1", f"name: noop-{parallel}", "title: Nothing", f"parallel: {parallel}",
             "stages:", "  - name: only", "    steps:"]
    free = ", needs: []" if parallel > 1 else ""
    lines += [f"      - {{id: s{i}, uses: command, with: {{run: ['true']}}{free}}}"
              for i in range(steps)]
    return "\n".join(lines) + "\n"


def makefile(steps):
    names = " ".join(f"s{i}" for i in range(steps))
    return f"all: {names}\n.PHONY: all {names}\n{names}:\n\t@/bin/true\n"


def main():
    program = sys.argv[1]
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with bench.Home(program) as home:
        make = home.write("Makefile", makefile(steps))
        nothing = home.write("one.yaml", checklist(1, 1).replace("noop-1", "one"))
        for parallel in (1, 2):
            file = home.write(f"noop-{parallel}.yaml", checklist(steps, parallel))
            ours, theirs, starts = [], [], []
            for _ in range(rounds):
                starts.append(home.slipway("run", nothing))
                ours.append(home.slipway("run", file))
                theirs.append(bench.timed(["make", f"-j{parallel}", "-f", make]))
            each = 1000 / steps
            own = [(many - one) for many, one in zip(ours, starts)]
            print(f"{parallel} in parallel, {steps} steps, ms a step:")
            print(f"  slipway, whole run  {bench.spread(ours, each)}")
            print(f"  without its start   {bench.spread(own, each)}")
            print(f"  make -j{parallel}            {bench.spread(theirs, each)}")
            print(f"  slipway - make      min {(min(own) - min(theirs)) * each:.2f}", flush=True)


if __name__ == "__main__":
    main()
