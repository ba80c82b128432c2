#!/usr/bin/env python3
"""Goes through a run on the command line, as a person would who agrees with everything.

    drive.py SLIPWAY CHECKLIST INPUTS.json [ANSWER…]

Starts a run, and whenever it waits for a person does what is asked for, saying so: `tick` a manual
step, `confirm` one that wants to be confirmed, `approve` a gate. Ends with the run's status. For
demonstrations and tests: nobody should agree with everything on a real run.
"""
import json
import os
import subprocess
import sys

WAITING = 3


class Driver:
    def __init__(self, slipway):
        self.slipway = slipway
        self.run_id = None

    def call(self, *arguments):
        done = subprocess.run([self.slipway, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return done.returncode, done.stdout, done.stderr

    def watched(self, *arguments):
        """Runs a verb that may take long; what it says passes through. Gives status and first line."""
        print("$ slipway " + " ".join(arguments), flush=True)
        first = None
        with subprocess.Popen([self.slipway, *arguments], stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                first = first or line.strip()
                print("  " + line, end="", flush=True)
        return process.returncode, first

    def show(self):
        status, output, errors = self.call("show", self.run_id, "--json")
        if not output:
            sys.exit(f"slipway show failed with status {status}: {errors}")
        return json.loads(output.strip().splitlines()[-1])

    def answer(self, step):
        """Does what the step waits for; True if one of a person's verbs fitted."""
        name = step["id"] + (f"[{step['instance']}]" if step.get("instance") else "")
        refusals = []
        for verb, *options in (("approve", "--tick", "all"), ("tick",), ("confirm",)):
            status, _, errors = self.call(verb, self.run_id, name, *options)
            if status == 0:
                print(f"* as the person: slipway {verb} {self.run_id} {name} {' '.join(options)}".rstrip(), flush=True)
                return True
            refusals.append(f"{verb}: {errors.strip()}")
        print(f"step {name} waits for something else:\n  " + "\n  ".join(refusals), flush=True)
        return False

    def drive(self, checklist, inputs):
        arguments = []
        for key, value in inputs.items():
            text = value if isinstance(value, str) else json.dumps(value)
            arguments += ["--input", f"{key}={text}"]
        status, self.run_id = self.watched("run", checklist, *arguments)
        while status == WAITING and self.run_id:
            waiting = [step for step in self.show()["steps"] if step["state"] == "waiting"]
            if not waiting or not all([self.answer(step) for step in waiting]):
                break
            status, _ = self.watched("resume", self.run_id)
        return status


def summarise(driver):
    shown = driver.show()
    print(f"\nrun {driver.run_id}: {shown['state']}")
    for step in shown["steps"]:
        instance = f" [{step['instance']}]" if step.get("instance") else ""
        print(f"  {step['state']:<10} {step['id']}{instance}")


def show_pushed(inputs):
    """What the run pushed, for the eye."""
    for clone in ("library", "model", "stack"):
        folder = inputs.get(clone)
        if not isinstance(folder, str) or not os.path.isdir(folder):
            continue
        remote = subprocess.run(["git", "-C", folder, "remote", "get-url", "origin"], capture_output=True, text=True)
        print(f"\n== {remote.stdout.strip()}", flush=True)
        subprocess.run(["git", "-C", remote.stdout.strip(), "--no-pager", "log", "--oneline", "--stat",
                        "main..atualizar_pacotes"])


def main():
    slipway, checklist, inputs_file = sys.argv[1:4]
    with open(inputs_file, encoding="utf-8") as file:
        inputs = json.load(file)
    driver = Driver(slipway)
    status = driver.drive(checklist, inputs)
    if driver.run_id:
        summarise(driver)
        show_pushed(inputs)
    print({0: "\nThe sample run is finished.", WAITING: "\nThe run waits for a person."}.get(
        status, f"\nThe run ended with status {status}."))
    sys.exit(status)


if __name__ == "__main__":
    main()
