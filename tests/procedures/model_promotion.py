#!/usr/bin/env python3
"""Takes the bundled checklists of a model promotion through, on the command line, against a
stand-in for `az` (tests/fakes/az).

    model_promotion.py SLIPWAY [NAME…]      all tests, or those named

The language has fixed waits only, so the checklists are run as copies in which the waits between
two questions and two tries, and nothing else, are one second long.
"""
import contextlib
import fcntl
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from driving import kill_with_supervisor

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BUNDLED = PROJECT / "resources" / "checklists"
SLIPWAY = ""
WAITING = 3
CIRCUITS = [("PLANT001", "CIRCUIT01"), ("PLANT001", "CIRCUIT02"), ("PLANT002", "CIRCUIT01")]
CUTOFF = "2025-11-01"
RELEASE = "20251210.1"
NEW, OLD = "deployment-20251210-1", "deployment-20251203-5"


def name_of(plant, circuit):
    return f"{plant}-{circuit}".lower()


def endpoint_of(plant, circuit):
    return "be-" + name_of(plant, circuit)


ENDPOINTS = [endpoint_of(*one) for one in CIRCUITS]


def initial_state():
    """Three validated models, test data, and an earlier release of the first two in production."""
    models, jobs, data, blobs = [], {}, [], []
    for plant, circuit in CIRCUITS:
        name = name_of(plant, circuit)
        for version, tags in (("6", {"validated": "true", "cutoff_date": "2025-10-01"}),
                              ("7", {"validated": "true", "cutoff_date": CUTOFF, "rmse": "0.12"}),
                              ("8", {"cutoff_date": CUTOFF})):
            models.append({"name": name, "version": version, "type": "custom_model", "tags": tags,
                           "job_name": f"train-{name}", "files": {"model.pkl": f"{name} {version}"}})
        jobs[f"train-{name}"] = {"name": f"train-{name}", "status": "Completed", "files": {
            "artifacts/user_logs/std_log.txt": "epoch 1\nUserWarning: 3 rows dropped\nepoch 2\n"}}
        data.append({"name": f"{plant}_{circuit}", "version": CUTOFF})
        blobs.append(f"test-data/{plant}/{circuit}/test_input.csv")
    old = {"name": OLD, "provisioning_state": "Succeeded", "tags": {"release_id": "20251203.5"}}
    endpoints = {name: {"name": name, "provisioning_state": "Succeeded", "defaults": {"deployment_name": OLD},
                        "tags": {}, "deployments": {OLD: {**old, "endpoint_name": name}}} for name in ENDPOINTS[:2]}

    def workspace(group, **more):
        return {"group": group, "models": [], "data": [], "datastores": {}, "endpoints": {}, "jobs": {}, **more}
    return {
        "workspaces": {
            "mlw-dev": workspace("rg-mlops-dev", models=models, jobs=jobs, data=data),
            "mlw-test": workspace("rg-mlops-test", datastores={"workspaceblobstore": {
                "account_name": "stmlops", "container_name": "azureml-blobstore-1"}}),
            "mlw-prod": workspace("rg-mlops-prod", endpoints=endpoints)},
        "registries": {"mlr-shared": {"models": []}},
        "storage": {"stmlops": {"azureml-blobstore-1": blobs}},
        "faults": {}}


class Promotion(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="promotion-"))
        self.state_file = self.folder / "azure.json"
        self.calls_file = self.folder / "calls"
        self.environment = {**os.environ, "SLIPWAY_HOME": str(self.folder / "home"), "AZ_STATE": str(self.state_file),
                            "AZ_CALLS": str(self.calls_file), "QT_QPA_PLATFORM": "offscreen",
                            "PATH": f"{PROJECT / 'tests' / 'fakes'}:{os.environ['PATH']}"}
        self.artifact = self.folder / "changed_circuits.json"
        self.take_circuits(2)
        self.state_file.write_text(json.dumps(initial_state()))
        self.run_id = None
        self.said = ""  # by the last `run` or `resume`, on standard error
        self.limit = "15m"

    def run(self, result=None):
        """Keeps the folder of a test that failed."""
        result = super().run(result)
        if any(test is self for test, _ in result.failures + result.errors):
            print(f"kept for a look: {self.folder}", file=sys.stderr)
        else:
            shutil.rmtree(self.folder, ignore_errors=True)
        return result

    def take_circuits(self, count):
        """The release is about the first of CIRCUITS; the third is new in production."""
        self.circuits = CIRCUITS[:count]
        self.artifact.write_text(json.dumps([
            {"plant_id": plant, "circuit_id": circuit, "cutoff_date": CUTOFF} for plant, circuit in self.circuits]))

    # -- the stand-in's state

    @contextlib.contextmanager
    def changed_azure(self):
        """The state, to be changed; whatever runs at the same time waits."""
        with open(self.state_file, "r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            state = json.load(file)
            yield state
            file.seek(0)
            file.truncate()
            json.dump(state, file)

    def azure(self):
        with open(self.state_file, encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return json.load(file)

    def with_faults(self, **faults):
        with self.changed_azure() as state:
            state["faults"].update({key.replace("_", "-"): value for key, value in faults.items()})

    def production(self, endpoint):
        return self.azure()["workspaces"]["mlw-prod"]["endpoints"].get(endpoint)

    def calls(self, *words):
        """The calls of az that begin with these words."""
        lines = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        return [call for call in map(json.loads, lines) if call[:len(words)] == list(words)]

    # -- slipway

    def checklist(self, name):
        """A copy with short waits."""
        text = (BUNDLED / f"{name}.checklist.yaml").read_text("utf-8")
        steps = text.split("\n      - id: ")
        for index, step in enumerate(steps):
            if "\n        poll:" in step:
                step = re.sub(r"every: \d+s", "every: 1s", step).replace("timeout: 15m", f"timeout: {self.limit}")
            steps[index] = step.replace("wait: 10s", "wait: 1s")
        text = "\n      - id: ".join(steps)
        copy = self.folder / f"{name}.checklist.yaml"
        copy.write_text(text, "utf-8")
        trusted = self.slipway("trust", "--yes", str(copy))
        self.assertEqual(trusted.returncode, 0, trusted.stderr)
        return str(copy)

    def slipway(self, *arguments):
        return subprocess.run([SLIPWAY, *arguments], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=600)

    def inputs(self, **more):
        given = {"artifact": self.artifact, "release": RELEASE, "build": "12345", **more}
        return [word for key, value in given.items() for word in ("--input", f"{key.replace('_', '-')}={value}")]

    def run_checklist(self, name, *arguments):
        """Runs it until it ends or somebody is needed; it is the run that is looked at from now on."""
        done = self.slipway("run", self.checklist(name), *arguments)
        self.assertTrue(done.stdout.strip(), done.stderr)
        self.run_id = done.stdout.split()[0]
        self.said = done.stderr
        return done.returncode

    def start(self, **more):
        return self.run_checklist("model-promotion", *self.inputs(**more))

    def shown(self):
        done = self.slipway("show", self.run_id, "--json")
        self.assertTrue(done.stdout.strip(), done.stderr)
        return json.loads(done.stdout.strip().splitlines()[-1])

    def states(self, step):
        return [one["state"] for one in self.shown()["steps"] if one["id"] == step]

    def resume(self):
        done = self.slipway("resume", self.run_id)
        self.said = done.stderr
        return done.returncode

    def approve(self, gate):
        self.assertEqual(self.states(gate), ["waiting"], self.failures())
        done = self.slipway("approve", self.run_id, gate, "--tick", "all")
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.resume()

    def failures(self):
        return "\n".join(json.dumps(one) for one in self.shown()["steps"] if one["state"] in ("failed", "in-doubt"))

    def log(self, step):
        done = self.slipway("log", self.run_id, step)
        return done.stdout + done.stderr

    def to_production_gate(self, **more):
        self.assertEqual(self.start(**more), WAITING, self.failures())
        self.assertEqual(self.approve("registry-approval"), WAITING, self.failures())

    def to_the_end(self, **more):
        self.to_production_gate(**more)
        self.assertEqual(self.approve("production-approval"), 0, self.failures())

    def assert_defaults(self, *deployments):
        """What answers on the first endpoints."""
        self.assertEqual([self.production(endpoint)["defaults"]["deployment_name"]
                          for endpoint in ENDPOINTS[:len(deployments)]], list(deployments))

    def assert_production_untouched(self):
        self.assertNotIn(NEW, json.dumps(self.azure()["workspaces"]["mlw-prod"]))

    # -- the promotion

    def test_success(self):
        self.take_circuits(3)
        self.with_faults(job_seconds=1)
        self.to_production_gate()
        self.assertEqual(len(self.azure()["registries"]["mlr-shared"]["models"]), 3)
        self.assert_defaults(OLD, OLD)
        self.assertIsNone(self.production(ENDPOINTS[2]))
        self.assertEqual(self.approve("production-approval"), 0, self.failures())
        for model in self.azure()["registries"]["mlr-shared"]["models"]:
            self.assertEqual(model["version"], "7")  # 6 has another date, 8 is not validated
            self.assertEqual(sorted(model["tags"]), ["build_id", "circuit_id", "cutoff_date", "plant_id",
                                                     "promoted_at", "promoted_from", "release_id"])
        for endpoint, previous in zip(ENDPOINTS, [OLD, OLD, None]):
            deployment = self.production(endpoint)["deployments"][NEW]
            self.assertEqual(deployment["resources"]["instance_count"], 2)
            self.assertEqual(deployment["settings"]["max_concurrency_per_instance"], 4)
            self.assertEqual(deployment["tags"].get("previous_deployment"), previous)
            self.assertEqual(deployment["tags"]["release_id"], RELEASE)
        self.assert_defaults(NEW, NEW, NEW)
        self.assertIn("PLANT002 / CIRCUIT01 → plant002-circuit01", self.log("summary"))
        self.assertIn(f"slipway run model-promotion-rollback --after {self.run_id[:6]}", self.said)
        self.roll_back_after()

    def test_missing_model(self):
        with self.changed_azure() as state:
            models = state["workspaces"]["mlw-dev"]["models"]
            models[:] = [one for one in models if one["name"] != name_of(*CIRCUITS[1])]
        self.assertEqual(self.start(), 1)
        self.assertEqual(sorted(self.states("models")), ["failed", "succeeded"])
        self.assertEqual(self.azure()["registries"]["mlr-shared"]["models"], [])

    def assert_smoke_fails(self, step):
        self.assertEqual(self.start(), WAITING)
        self.assertEqual(self.approve("registry-approval"), 1)
        self.assertEqual(self.states(step).count("failed"), 1, self.failures())
        self.assertEqual(set(self.states("production-approval")), {"pending"})
        self.assert_production_untouched()

    def test_smoke_failing(self):
        self.with_faults(job={ENDPOINTS[1]: "Failed"})
        self.assert_smoke_fails("smoke-wait")

    def test_smoke_never_ending(self):
        self.take_circuits(1)
        self.limit = "5s"
        self.with_faults(job={ENDPOINTS[0]: "forever"})
        self.assert_smoke_fails("smoke-wait")

    def test_smoke_with_errors(self):
        self.with_faults(job={ENDPOINTS[0]: "errors"})
        self.assert_smoke_fails("smoke-errors")

    def test_smoke_without_outputs(self):
        self.with_faults(job={ENDPOINTS[1]: "empty"})
        self.assert_smoke_fails("smoke-outputs")

    def test_schema_warns_only(self):
        self.with_faults(columns={ENDPOINTS[1]: "row,score"})
        self.assertEqual(self.start(output_columns='["row","prediction"]'), WAITING)
        self.assertEqual(self.approve("registry-approval"), WAITING, self.failures())
        self.assertEqual(self.states("schema-review"), ["waiting"])
        self.assertEqual(self.slipway("tick", self.run_id, "schema-review").returncode, 0)
        self.assertEqual(self.resume(), WAITING, self.failures())
        self.assertEqual(self.states("production-approval"), ["waiting"])

    def test_rejection(self):
        self.to_production_gate()
        done = self.slipway("reject", self.run_id, "production-approval", "--comment", "not this week")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.resume(), 1)
        self.assertEqual(self.states("production-approval"), ["failed"])
        self.assertEqual(self.calls("ml", "batch-endpoint", "update"), [])
        self.assert_production_untouched()
        refused = self.slipway("run", "model-promotion-rollback", "--after", self.run_id, "--input", "reason=x")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("Nothing may follow the run", refused.stderr)

    def test_update_failing_once(self):
        self.with_faults(update_fails={ENDPOINTS[0]: 1})
        self.to_the_end()
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "update")), len(self.circuits) + 1)
        self.assert_defaults(NEW, NEW)

    # -- the console dies

    def killed_when(self, reached):
        """Resumes, and kills the console with SIGKILL once this holds, as it does until the test lets it end."""
        process = subprocess.Popen([SLIPWAY, "resume", self.run_id], env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while not reached():
            self.assertIsNone(process.poll(), self.failures())
            time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def killed_while_running(self, step):
        self.killed_when(lambda: "running" in self.states(step))

    def pid_of_az(self, word):
        """Of the call of this test that has the word and has not ended; nothing if there is none."""
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_text().split("\0")
                is_mine = str(self.state_file) in (folder / "environ").read_text(errors="replace")
                if is_mine and words[1:2] and words[1].endswith("/az") and word in words:
                    return int(folder.name)
        return None

    def test_crash_while_polling(self):
        self.with_faults(job={ENDPOINTS[0]: "forever"})
        self.assertEqual(self.start(), WAITING, self.failures())
        self.slipway("approve", self.run_id, "registry-approval", "--tick", "all")
        self.killed_while_running("smoke-wait")
        self.with_faults(job={})
        self.assertEqual(self.resume(), WAITING, self.failures())
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "invoke")), len(self.circuits))
        self.assertEqual(self.states("production-approval"), ["waiting"])

    def test_crash_while_deploying(self):
        """The deployments are made while nobody looks, and none is made twice."""
        self.to_production_gate()
        made = len(self.calls("ml", "batch-deployment", "create"))
        self.with_faults(held={"batch-deployment create": True})
        self.slipway("approve", self.run_id, "production-approval", "--tick", "all")
        self.killed_while_running("production-deployments")
        self.with_faults(held={})
        self.assertEqual(self.resume(), 0, self.failures())
        self.assertEqual(len(self.calls("ml", "batch-deployment", "create")) - made, len(self.circuits))
        self.assert_defaults(NEW, NEW)

    # -- going back

    def deployed(self, *endpoints):
        """The new release answers, without the run that deployed it."""
        with self.changed_azure() as state:
            for name in endpoints:
                endpoint = state["workspaces"]["mlw-prod"]["endpoints"][name]
                endpoint["deployments"][NEW] = {**endpoint["deployments"][OLD], "name": NEW,
                                                "tags": {"previous_deployment": OLD}}
                endpoint["defaults"]["deployment_name"] = NEW

    def roll_back(self, *endpoints, **more):
        inputs = [*(("endpoints", one) for one in endpoints), ("reason", "wrong results"), *more.items()]
        return self.run_checklist("model-promotion-rollback", "--yes",
                                  *(word for key, value in inputs for word in ("--input", f"{key}={value}")))

    def took(self):
        seconds = re.search(r"took: (\d+) s of 600 s", self.log("time"))
        self.assertTrue(seconds, self.log("time"))
        return int(seconds[1])

    def roll_back_after(self):
        """From the finished run, whose third circuit is new: that one has no way back."""
        done = self.slipway("run", "model-promotion-rollback", "--after", self.run_id, "--input",
                            "reason=wrong results", "--yes")
        self.run_id = done.stdout.split()[0]
        self.assertEqual(done.returncode, WAITING, done.stderr)
        self.assert_defaults(OLD, OLD, NEW)
        print(f"rollback of two circuits: {self.took()} s by its own clock", file=sys.stderr)
        self.assertIn(f"Left alone: {ENDPOINTS[2]}: {NEW} notes no earlier deployment", self.log("time"))
        self.assertEqual(self.states("left-alone"), ["waiting"])
        self.assertEqual(self.slipway("tick", self.run_id, "left-alone").returncode, 0)
        self.assertEqual(self.resume(), 0, self.failures())

    def test_rollback(self):
        """Alone, without the run that deployed; the service answers with an error once."""
        self.deployed(*ENDPOINTS[:2])
        self.with_faults(update_fails={ENDPOINTS[1]: 1})
        self.assertEqual(self.roll_back(*ENDPOINTS[:2]), 0, self.failures())
        self.assert_defaults(OLD, OLD)
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "update")), 3)
        self.assertLess(self.took(), 600)

    def test_rollback_waits_for_a_go_ahead(self):
        self.deployed(ENDPOINTS[0])
        self.assertEqual(self.run_checklist("model-promotion-rollback", "--input", f"endpoints={ENDPOINTS[0]}",
                                            "--input", "reason=wrong"), WAITING)
        self.assertEqual(self.states("switch"), ["waiting"])
        self.assert_defaults(NEW)
        self.assertEqual(self.slipway("confirm", self.run_id, "switch").returncode, 0)
        self.assertEqual(self.resume(), 0, self.failures())
        self.assert_defaults(OLD)

    def test_crash_while_rolling_back(self):
        """One endpoint is back; the answer about the other is lost with the console, its supervisor and az itself."""
        self.deployed(*ENDPOINTS[:2])
        inputs = [("endpoints", one) for one in ENDPOINTS[:2]] + [("reason", "wrong")]
        self.assertEqual(self.run_checklist("model-promotion-rollback", *(
            word for key, value in inputs for word in ("--input", f"{key}={value}"))), WAITING)
        self.with_faults(held={"batch-endpoint update": ENDPOINTS[1]})
        for endpoint in ENDPOINTS[:2]:
            self.assertEqual(self.slipway("confirm", self.run_id, f"switch[{endpoint}]").returncode, 0)
        self.killed_when(lambda: sorted(self.states("switch")) == ["running", "succeeded"] and self.pid_of_az("update"))
        kill_with_supervisor(self.pid_of_az("update"))
        self.with_faults(held={})
        self.assertEqual(self.resume(), 0, self.failures())
        self.assert_defaults(OLD, OLD)
        updated = [call[call.index("--name") + 1] for call in self.calls("ml", "batch-endpoint", "update")]
        self.assertEqual(updated.count(ENDPOINTS[0]), 1)  # only what was in doubt, and is safe, was done again
        self.assertEqual(updated.count(ENDPOINTS[1]), 2)
        self.assertLess(self.took(), 600)

    def test_rollback_without_a_way_back(self):
        self.assertEqual(self.roll_back(ENDPOINTS[0]), 1)  # of the very first release
        self.assertEqual(self.states("way-back"), ["failed"])
        self.assertIn(f"{ENDPOINTS[0]}: {OLD} notes no earlier deployment", self.log("way-back"))
        self.assertEqual(self.calls("ml", "batch-endpoint", "update"), [])

    def test_rollback_of_what_does_not_answer_any_more(self):
        """A later release is not taken back by mistake."""
        self.deployed(ENDPOINTS[0])
        self.assertEqual(self.roll_back(*ENDPOINTS[:2], deployment=NEW), WAITING, self.failures())
        self.assert_defaults(OLD, OLD)
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "update")), 1)
        self.assertIn(f"Left alone: {ENDPOINTS[1]}: {OLD} is its default, not {NEW}", self.log("time"))

    def test_rollback_of_half_a_switch(self):
        """One circuit could not be switched: the one that was goes back, from the failed run."""
        self.with_faults(update_fails={ENDPOINTS[1]: 3})
        self.to_production_gate()
        self.assertEqual(self.approve("production-approval"), 1)
        self.assert_defaults(NEW, OLD)
        done = self.slipway("run", "model-promotion-rollback", "--after", self.run_id, "--yes", "--input", "reason=half")
        self.run_id = done.stdout.split()[0]
        self.assertEqual(done.returncode, WAITING, self.failures())
        self.assert_defaults(OLD, OLD)

    def test_undo_of_the_run(self):
        """The other way back: the run itself is undone, and says beforehand what that does."""
        self.to_the_end()
        said = self.slipway("undo", self.run_id, "--dry-run").stdout
        self.assertIn(f"defaults.deployment_name={OLD}", said)
        undone = self.slipway("undo", self.run_id, "--to", "production-ready", "--leave-impossible")
        self.assertEqual(undone.returncode, 0, undone.stderr)
        self.assert_defaults(OLD, OLD)


if __name__ == "__main__":
    SLIPWAY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2, argv=[sys.argv[0], *(f"Promotion.test_{one}" for one in sys.argv[1:])])
