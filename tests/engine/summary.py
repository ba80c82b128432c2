#!/usr/bin/env python3
"""Sums up what ctest found in one line, and ends with status 1 when a test failed.

    summary.py RESULTS.xml…

Counts test functions as Qt Test prints them in its Totals line; a test program that printed none
counts as one. With SLIPWAY_REQUIRE=all a skipped test is a failed one.
"""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

TOTALS = re.compile(r"Totals: (\d+) passed, (\d+) failed, (\d+) skipped")


def count(case):
    """(passed, failed, skipped) of one test program."""
    status = case.get("status")
    if status in ("notrun", "disabled"):
        return 0, 0, 1
    totals = [0, 0, 0]
    for line in TOTALS.findall(case.findtext("system-out") or ""):
        totals = [sum(pair) for pair in zip(totals, map(int, line))]
    is_failed = status == "fail"
    if not any(totals):
        totals = [0 if is_failed else 1, 0, 0]
    if is_failed and totals[1] == 0:
        totals[1] = 1  # it crashed, or took too long
    return tuple(totals)


def main():
    sums, failed_names, skipped_names = [0, 0, 0], [], []
    for path in sys.argv[1:]:
        if not os.path.exists(path):
            sys.exit(f"{path} is missing: its tests did not run")
        preset = os.path.basename(os.path.dirname(path))
        for case in ElementTree.parse(path).getroot().iter("testcase"):
            result = count(case)
            sums = [sum(pair) for pair in zip(sums, result)]
            if result[1]:
                failed_names.append(f"{case.get('name')} ({preset})")
            if result[2]:
                skipped_names.append(f"{case.get('name')} ({preset})")
    is_strict = os.environ.get("SLIPWAY_REQUIRE") == "all"
    print()
    if failed_names:
        print("failed: " + ", ".join(failed_names))
    if skipped_names:
        print("skipped: " + ", ".join(skipped_names) + (" - which SLIPWAY_REQUIRE=all forbids" if is_strict else ""))
    print(f"{sums[0]} passed, {sums[1]} failed, {sums[2]} skipped")
    if sum(sums) == 0:
        sys.exit("no test ran")
    sys.exit(1 if sums[1] or (is_strict and sums[2]) else 0)


if __name__ == "__main__":
    main()
