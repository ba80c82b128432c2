#!/usr/bin/env python3
"""Lays down what a bundled checklist works on, for a test that drives it in another way.

    world.py production-build|stack-test SLIPWAY

Says in one line of JSON what the checklist is to be given and which variables of the environment
have to be set. Then answers each line that it is given, a list of the name of something that the
world has or does and of arguments, with one line. Takes everything away at the end of its input.
Ends with status 77 if a program that is needed is not installed.
"""
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path


def answer(world, name, *arguments):
    found = world
    for part in name.split("."):
        found = getattr(found, part)
    found = found(*arguments) if callable(found) else found
    return str(found) if isinstance(found, Path) else found


def say(what):
    print(json.dumps(what, default=str), flush=True)


def main():
    checklist, slipway = sys.argv[1], os.path.abspath(sys.argv[2])
    module = importlib.import_module(checklist.replace("-", "_"))
    before = dict(os.environ)
    module.need_all()
    with tempfile.TemporaryDirectory(prefix=f"slipway-{checklist}-") as root:
        world = module.World(Path(root), slipway, checklist)
        try:
            changed = {name: value for name, value in os.environ.items() if before.get(name) != value}
            say({"inputs": world.inputs(), "environment": changed})
            for line in sys.stdin:
                say(answer(world, *json.loads(line)))
        finally:
            world.clean_up()


if __name__ == "__main__":
    main()
