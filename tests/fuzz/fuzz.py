#!/usr/bin/env python3
"""Runs one fuzzer: first over every input that once broke something, then over what it thinks of.

    fuzz.py FUZZER NAME FOLDER SECONDS [--keep]

FOLDER is of the build: FOLDER/NAME gets the inputs that reached something new, FOLDER/found those that
break something. With --keep what is new goes into corpus/NAME, as few and as short as they can be.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST_INPUT = 8192  # bytes


def options(name, found):
    """-timeout: one input, on a slow machine that does other things too."""
    chosen = [f"-max_len={LONGEST_INPUT}", "-timeout=30", "-rss_limit_mb=2048", "-print_final_stats=1",
              f"-artifact_prefix={found}/{name}-"]
    dictionary = HERE / "dictionaries" / f"{name}.dict"
    return chosen + ([f"-dict={dictionary}"] if dictionary.exists() else [])


def call(*arguments):
    """(status, output); what it says passes through when it fails."""
    done = subprocess.run([str(each) for each in arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def fail(output, fuzzer, found, name):
    print(output[-20000:])
    kept = sorted(found.glob(f"{name}-*"), key=os.path.getmtime)
    if kept:
        newest = kept[-1]
        print(f"\nThe input is kept: {newest}\nits bytes: {newest.read_bytes()!r}\nrun it again: {fuzzer} {newest}\n"
              f"Once it is mended, keep it: cp {newest} {HERE}/regressions/{name}/WHAT-IT-IS")
    sys.exit(1)


def figures(output):
    """The last line that says how much was covered, and the executions a second."""
    covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\S+)", output)
    speed = re.search(r"average_exec_per_sec:\s*(\d+)", output)
    runs = re.search(r"number_of_executed_units:\s*(\d+)", output)
    edges, features, corpus = covered[-1] if covered else ("?", "?", "?")
    return (f"{runs[1] if runs else '?'} runs, {speed[1] if speed else '?'} a second, "
            f"{edges} edges, {features} features, corpus {corpus}")


def main():
    fuzzer, name, folder, seconds = sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4]
    work, found = folder / name, folder / "found"
    work.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    corpus = HERE / "corpus" / name
    os.environ.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")

    old = sorted((HERE / "regressions" / name).glob("*"))
    if old:
        status, output = call(fuzzer, *options(name, found), *old)
        if status != 0:
            fail(output, fuzzer, found, name)
    status, output = call(fuzzer, *options(name, found), f"-max_total_time={seconds}", work, corpus)
    if status != 0:
        fail(output, fuzzer, found, name)
    print(f"{name}: {len(old)} old inputs, then {figures(output)}")
    if "--keep" in sys.argv:
        status, output = call(fuzzer, f"-max_len={LONGEST_INPUT}", "-merge=1", corpus, work)
        print(output.strip().splitlines()[-1])
        sys.exit(status)


if __name__ == "__main__":
    main()
