#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A step that writes much, without and with a secret to keep out of it, beside `cat > file`.

much_output.py SLIPWAY [MIB [ROUNDS]]: the run's own start is part of its time; both write to the
same disk and are synced, in turn.
"""
import os
import sys

import bench


def main():
    program = sys.argv[1]
    mib = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with bench.Home(program) as home:
        data = home.path("data")
        line = b"2026-11-21T10:58:34.123Z INFO step 17 of 42: collected wheel no. 12345 (ok)\n"
        with open(data, "wb") as file:
            for _ in range(mib):
                file.write((line * (1048576 // len(line) + 1))[:1048575] + b"\n")
        file = home.write("much.yaml", "slipway: 1\nname: much\ntitle: Much\nstages:\n"
                          "  - name: only\n    steps:\n"
                          f"      - {{id: s, uses: command, with: {{run: [cat, {data}]}}}}\n")
        secret = home.write("secret.yaml", "slipway: 1\nname: secret\ntitle: Much\n"
                            "inputs:\n  token: {type: secret}\nstages:\n"
                            "  - name: only\n    steps:\n"
                            f"      - {{id: s, uses: command, with: {{run: [cat, {data}]}}, "
                            "env: {TOKEN: '${{ secrets.token }}'}}\n")
        copy = home.path("copy")
        ours, redacted, theirs = [], [], []
        for _ in range(rounds):
            ours.append(home.slipway("run", file))
            redacted.append(home.slipway("run", secret, "--secret", "token",
                                         given=b"ghp_16C7e42F292c6912E7710c838347Ae178B4a\n"))
            theirs.append(bench.timed(["sh", "-c", f"cat {data} | cat > {copy}; sync {copy}"]))
            os.remove(copy)
        print(f"{mib} MiB, seconds:")
        print(f"  slipway     {bench.spread(ours)}")
        print(f"  and secret  {bench.spread(redacted)}")
        print(f"  cat > file  {bench.spread(theirs)}")
        print(f"  ratio       {min(ours) / min(theirs):.2f}, "
              f"with a secret {min(redacted) / min(theirs):.2f}; "
              f"largest process {bench.largest_child_mib():.0f} MiB")


main()
