#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the tests of a run's rules notice when a rule is broken?

Breaks one rule after the other in the fold, the planner and the driver's rules, each in a copy of
its file, links the tests anew with that copy and tells which of them notice. What nobody notices
is a rule that no test proves. Run by hand; a mutant takes a compilation and a few seconds.

    tests/run/mutants.py BUILD [--histories N] [--only WORD]

BUILD is a folder configured for Ninja, with tst_simulator, tst_planner, tst_runfold and
tst_undofold built. Nothing in it or in the sources is changed. Status 1 if a mutant lives.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNITS = ["tst_planner", "tst_runfold", "tst_undofold"]
SIMULATOR = "tst_simulator"

# name, file below core/run, what stands there (once), what stands there instead
MUTANTS = [
    ("done needs one instance", "planner.cpp",
     "return std::all_of(step->instances.cbegin(), step->instances.cend(),",
     "return std::any_of(step->instances.cbegin(), step->instances.cend(),"),
    ("handlers do not wait", "planner.cpp",
     "return handlesFailure(spec) && std::all_of(before.cbegin(), before.cend(), over);",
     "return handlesFailure(spec);"),
    ("one more at a time", "planner.cpp",
     "else if (m_running < m_checklist.parallel) {",
     "else if (m_running <= m_checklist.parallel) {"),
    ("attempts in doubt hold a place", "planner.cpp",
     "if (attempt.isOpen() && !attempt.doubt)\n                ++m_running;",
     "if (attempt.isOpen())\n                ++m_running;"),
    ("no go-ahead needed", "planner.cpp",
     "else if (spec.mode == Mode::Confirm && !instance.isConfirmed)",
     "else if (spec.mode == Mode::Confirm && instance.isSkipped)"),
    ("goes on in a cancelled run", "planner.cpp",
     "if (run.isCancelled || run.isReadOnly)", "if (run.isReadOnly)"),
    ("goes on during an undo", "planner.cpp",
     "if (run.isUndoing() && !run.isReadOnly) {", "if (run.nextUndo() != 0) {"),
    ("a dead end after a given-up undo", "planner.cpp",
     "run.isUndone() || !run.isCancelled;", "run.isUndone();"),
    ("starts what a cancel came before", "driverrules.cpp",
     "!run.isCancelled && !run.isUndoing() &&", "!run.isUndoing() &&"),
    ("starts what was reset", "driverrules.cpp",
     "const bool isSame = expandedBy == 0 || run.steps.value(key.step).expandedBy == expandedBy;",
     "const bool isSame = true;"),
    ("starts what was skipped", "driverrules.cpp",
     "run.state(*run.instance(fold->key)) == StepState::Running;", "true;"),
    ("does not look at needs again", "driverrules.cpp",
     "&& isReady(run, checklist, *step);", ";"),
    ("an undo begins after it was given up", "driverrules.cpp",
     "return run.isUndoing(); // it had", "return true; // it had"),
    ("not done is repeated unasked", "driverrules.cpp",
     "case Finding::Verdict::NotDone:\n        if (isRepeatable)\n            return "
     "Outcome::notDone();\n        break;\n    case Finding::Verdict::Foreign:\n",
     "case Finding::Verdict::NotDone:\n    case Finding::Verdict::Foreign:\n        if "
     "(isRepeatable)\n            return Outcome::notDone();\n        break;\n"),
    ("vanished is not done", "driverrules.cpp",
     "case AttemptFolder::State::Vanished:\n        break;",
     "case AttemptFolder::State::Vanished:\n        return Inspected::NotDone;"),
    ("repeats what does not launch", "driverrules.cpp",
     "return couldNotLaunch ? Inspected::Unstarted : Inspected::NotDone;",
     "return Inspected::NotDone;"),
    ("expands again", "runfold.cpp",
     "if (step.isExpanded)\n        return notNow(\"the step was expanded already\");", ""),
    ("forgets attempts before a reset", "runfold.cpp",
     "instance.attempts = history.runs;", ""),
    ("a closed run goes on", "runfold.cpp",
     "if (handler && !continuedBy.isEmpty())", "if (false)"),
    ("an attempt ends twice", "runfoldattempts.cpp",
     "if (!attempt.isOpen())\n        return notNow(\"the attempt had ended already\");", ""),
    ("a number begins twice", "runfoldattempts.cpp",
     "if (attempts.contains(attempt.number))\n        return notNow(\"an attempt of that number "
     "exists already\");", ""),
    ("a stopped step begins again", "runfoldattempts.cpp",
     "if (outcome.end == Outcome::End::NotDone && cancelledSteps.contains(attempt.key))",
     "if (false)"),
    ("settles what is not in doubt", "runfoldattempts.cpp",
     "|| !attempt->isOpen() || !attempt->doubt)", "|| !attempt->isOpen())"),
    ("begins during an undo", "runfoldattempts.cpp",
     "} else if (isUndoing()) {\n        return notNow(\"an undo is under way\");\n    }", "}"),
    ("undoes out of turn", "runfoldattempts.cpp",
     "if (nextUndo() != attempt.undoes)",
     "if (!attempts.contains(attempt.undoes) || attempts[attempt.undoes].undoes != 0)"),
    ("undoes what was not done", "runfoldattempts.cpp",
     "outcome->end != Outcome::End::NotDone;", "true;"),
    ("undoes what was undone", "runfoldattempts.cpp",
     "return undoes == 0 && undoneBy == 0 &&", "return undoes == 0 &&"),
    ("undoes while something runs", "runfoldundo.cpp",
     "if (hasOpenAttempts())\n        return notNow(\"an attempt is running or in doubt\");", ""),
    ("undoes the first first", "runfoldundo.cpp", "std::greater<>()", "std::less<>()"),
    ("goes past a failed undo", "runfoldundo.cpp",
     "return last.isOpen() || hasFailed(last) ? 0 : number;",
     "return last.isOpen() ? 0 : number;"),
    ("undoes what was left", "runfoldundo.cpp",
     "if (attempt.undoneBy != 0 || attempt.isLeft)\n            continue;",
     "if (attempt.undoneBy != 0)\n            continue;"),
    ("an undo is over too early", "runfoldundo.cpp",
     "if (!isUndoing() || undosLeft() > 0)", "if (!isUndoing() || undosLeft() > 1)"),
    ("what never began begins after an undo", "runfoldundo.cpp",
     "fold.isExpanded = true;\n        fold.expandedBy = event.number;",
     "fold.expandedBy = event.number;"),
    ("what was undone begins again", "runfoldundo.cpp",
     "instance.isUndone = !hasEffectLeft(instance);", "instance.isUndone = false;"),
    ("a given-up undo still counts", "runfoldundo.cpp",
     "undo->isOpen = false;\n    dropBroughtBack();", "undo->isOpen = false;"),
    ("ticks what is done", "runfoldpeople.cpp",
     "state(*target) != StepState::Pending)\n        return notNow(\"the step is not waiting to "
     "be ticked\");", "false)\n        return notNow(\"the step is not waiting to be ticked\");"),
    ("skips what runs", "runfoldpeople.cpp",
     "if (now == StepState::Running || now == StepState::InDoubt ||",
     "if (now == StepState::InDoubt ||"),
    ("resets during an undo", "runfoldpeople.cpp",
     "if (isUndoing())\n        return notNow(\"an undo is under way\");", ""),
    ("resets what runs", "runfoldpeople.cpp",
     "return attempt.isOpen() && (isTheInstance", "return attempt.doubt && (isTheInstance"),
    ("a reset leaves its attempts", "runfoldpeople.cpp",
     "for (const int number : std::as_const(history.standing))\n        "
     "attempts[number].isSuperseded = true;", ""),
    ("a cancel leaves the undo", "runfoldpeople.cpp", "        giveUpUndo();\n", ""),
    ("a closed gate is decided", "runfoldgates.cpp",
     "if (!target || !target->gate || !target->gate->isOpen())\n        return notNow(\"the gate "
     "is not open\");\n    GateFold &gate", "if (!target || !target->gate)\n        return "
     "notNow(\"the gate is not open\");\n    GateFold &gate"),
    ("decides on what was shown before", "runfoldgates.cpp",
     "text(body, \"shown\") != gate.pack ||", ""),
    ("decides too late", "runfoldgates.cpp",
     "if (gate.deadline > 0 && event.time > gate.deadline)\n        return", "if (false)\n        "
     "return"),
    ("one approves for two", "runfoldgates.cpp",
     "&& !authors.contains(decision.author))", ")"),
    ("closes against the decisions", "runfoldgates.cpp",
     "if (text(body, \"outcome\") != target->gate->verdict(event.time))", "if (false)"),
    ("carries what is no run's", "runfoldcarried.cpp",
     "if (isRunId(instance.carried->run))", "if (true)"),
]


class Build:
    """How the build folder compiles and links."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        out = subprocess.run(["ninja", "-C", self.folder, "-t", "compdb"], check=True,
                             capture_output=True, text=True).stdout
        out = out[out.index("\n[") + 1 if not out.startswith("[") else 0:]
        self.compile = {}
        for entry in json.loads(out):
            path = pathlib.Path(entry["directory"], entry["file"]).resolve()
            if entry["output"].endswith(".o") and ROOT in path.parents:
                self.compile[path] = (entry["command"], entry["output"])

    def compiled(self, source, mutant, obj):
        command, output = self.compile[source]
        command = command.replace(str(source), str(mutant)).replace(output, str(obj))
        if str(mutant) not in command:
            sys.exit(f"how {source} is compiled is not understood: {command}")
        return self.shell(command)

    def linked(self, test, obj, program):
        lines = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", f"tests/{test}"],
                               check=True, capture_output=True, text=True).stdout.splitlines()
        command = lines[-1]
        # The object comes first, so that the library's own is never looked for.
        name = f"-o tests/{test} "
        if name not in command:
            sys.exit(f"how {test} is linked is not understood: {command}")
        return self.shell(command.replace(name, f"-o {program} {obj} "))

    def shell(self, command):
        done = subprocess.run(command, shell=True, cwd=self.folder, capture_output=True, text=True)
        return done.stdout + done.stderr if done.returncode != 0 else None


def mutated(name, file, old, new):
    path = ROOT / "core/run" / file
    text = path.read_text()
    if text.count(old) != 1:
        sys.exit(f"'{name}': {file} holds {text.count(old)} times: {old}")
    return path, text.replace(old, new)


def notices(program, histories):
    """What a test says of a mutant; nothing if it does not notice."""
    environment = dict(os.environ, SLIPWAY_HISTORIES=str(histories), QT_QPA_PLATFORM="offscreen",
                       QTEST_DISABLE_STACK_DUMP="1")  # else a test that hangs waits for a debugger
    try:
        done = subprocess.run([program], capture_output=True, text=True, timeout=180,
                              env=environment)
    except subprocess.TimeoutExpired:
        return "it never ends"
    if done.returncode == 0:
        return None
    lines = (done.stdout + done.stderr).splitlines()
    broken = [line.split(" seed ", 1)[1] for line in lines if line.startswith("QWARN") and
              " seed " in line]
    failed = [line for line in lines if line.startswith("FAIL!")]
    return (broken + failed + [f"status {done.returncode}"])[0][:110]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--histories", type=int, default=4000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    chosen = [m for m in MUTANTS if options.only in m[0]]
    sources = [mutated(*m) for m in chosen]
    build = Build(options.build)
    lives, unseen = [], []
    with tempfile.TemporaryDirectory(prefix="slipway-mutants-") as folder:
        for (name, file, _, _), (path, text) in zip(chosen, sources):
            mutant, obj = pathlib.Path(folder, file), pathlib.Path(folder, "mutant.o")
            mutant.write_text(text)
            if problem := build.compiled(path, mutant, obj):
                sys.exit(f"'{name}' does not compile:\n{problem}")
            seen = {}
            for test in [SIMULATOR] + UNITS:
                program = pathlib.Path(folder, test)
                if problem := build.linked(test, obj, program):
                    sys.exit(f"'{name}' does not link:\n{problem}")
                seen[test] = notices(program, options.histories)
            by = [test for test in seen if seen[test]]
            print(f"{'killed' if by else 'LIVES ':6} {file:20} {name}: {', '.join(by)}",
                  f"[{seen[SIMULATOR]}]" if seen[SIMULATOR] else "", flush=True)
            if not by:
                lives.append(name)
            if not seen[SIMULATOR]:
                unseen.append(name)
    print(f"{len(chosen)} mutants, {len(chosen) - len(lives)} killed, "
          f"{len(chosen) - len(unseen)} of them by the simulator")
    for name in lives:
        print(f"lives: {name}")
    return 1 if lives else 0


if __name__ == "__main__":
    sys.exit(main())
