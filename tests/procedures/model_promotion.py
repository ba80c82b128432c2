#!/usr/bin/env python3
"""Takes the bundled checklists of a model promotion through, on the command line, against a
stand-in for `az` (tests/fakes/az).

    model_promotion.py SLIPWAY [NAME…]      all tests, or those named

The language has fixed waits only, so the checklists are run as copies in which the waits, and
nothing else, are shorter: 30 seconds between two questions become one, 15 minutes become 12 seconds.
"""
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
        "faults": {"job-seconds": 2}}


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
        self.write_state(initial_state())
        self.run_id = None
        self.limit = 12  # seconds, for 15 minutes

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

    def write_state(self, state):
        self.state_file.write_text(json.dumps(state))

    def azure(self):
        return json.loads(self.state_file.read_text())

    def with_faults(self, **faults):
        state = self.azure()
        state["faults"].update({key.replace("_", "-"): value for key, value in faults.items()})
        self.write_state(state)

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
                step = re.sub(r"every: \d+s", "every: 1s", step).replace("timeout: 15m", f"timeout: {self.limit}s")
            steps[index] = step.replace("wait: 10s", "wait: 1s")
        text = "\n      - id: ".join(steps)
        copy = self.folder / f"{name}.checklist.yaml"
        copy.write_text(text, "utf-8")
        return str(copy)

    def slipway(self, *arguments):
        return subprocess.run([SLIPWAY, *arguments], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=300)

    def inputs(self, **more):
        given = {"artifact": self.artifact, "release": RELEASE, "build": "12345", **more}
        return [word for key, value in given.items() for word in ("--input", f"{key.replace('_', '-')}={value}")]

    def start(self, **more):
        done = self.slipway("run", self.checklist("model-promotion"), *self.inputs(**more))
        self.assertTrue(done.stdout.strip(), done.stderr)
        self.run_id = done.stdout.split()[0]
        return done.returncode

    def shown(self):
        done = self.slipway("show", self.run_id, "--json")
        self.assertTrue(done.stdout.strip(), done.stderr)
        return json.loads(done.stdout.strip().splitlines()[-1])

    def states(self, step):
        return [one["state"] for one in self.shown()["steps"] if one["id"] == step]

    def resume(self):
        return self.slipway("resume", self.run_id).returncode

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

    # -- tests

    def test_success_and_rollback(self):
        self.take_circuits(3)
        self.to_production_gate()
        before = self.azure()
        self.assertEqual(self.production(ENDPOINTS[0])["defaults"]["deployment_name"], OLD)
        self.assertIsNone(self.production(ENDPOINTS[2]))
        self.assertEqual(self.approve("production-approval"), 0, self.failures())
        for model in self.azure()["registries"]["mlr-shared"]["models"]:
            self.assertEqual(model["version"], "7")  # 6 has another date, 8 is not validated
            self.assertEqual(sorted(model["tags"]), ["build_id", "circuit_id", "cutoff_date", "plant_id",
                                                     "promoted_at", "promoted_from", "release_id"])
        self.assertEqual(len(before["registries"]["mlr-shared"]["models"]), len(self.circuits))
        for endpoint, previous in zip(ENDPOINTS, [OLD, OLD, None]):
            found = self.production(endpoint)
            self.assertEqual(found["defaults"]["deployment_name"], NEW)
            deployment = found["deployments"][NEW]
            self.assertEqual(deployment["resources"]["instance_count"], 2)
            self.assertEqual(deployment["settings"]["max_concurrency_per_instance"], 4)
            self.assertEqual(deployment["tags"].get("previous_deployment"), previous)
            self.assertEqual(deployment["tags"]["release_id"], RELEASE)
        self.assertIn("PLANT002 / CIRCUIT01 → plant002-circuit01", self.log("summary"))
        self.roll_back()

    def test_rollback(self):
        """Alone, without the run that deployed."""
        state = self.azure()
        for name in ENDPOINTS[:2]:
            endpoint = state["workspaces"]["mlw-prod"]["endpoints"][name]
            endpoint["deployments"][NEW] = {**endpoint["deployments"][OLD], "name": NEW,
                                            "tags": {"previous_deployment": OLD}}
            endpoint["defaults"]["deployment_name"] = NEW
        self.write_state(state)
        self.with_faults(update_fails={ENDPOINTS[1]: 1})
        self.roll_back()

    def roll_back(self):
        began = time.monotonic()
        given = [word for one in ENDPOINTS[:2] for word in ("--input", f"endpoints={one}")]
        done = self.slipway("run", self.checklist("model-promotion-rollback"), *given, "--input", "reason=wrong", "--yes")
        self.run_id = done.stdout.split()[0]
        self.assertEqual(done.returncode, 0, self.failures())
        for endpoint in ENDPOINTS[:2]:
            self.assertEqual(self.production(endpoint)["defaults"]["deployment_name"], OLD)
        for endpoint in ENDPOINTS[2:]:
            if self.production(endpoint):
                self.assertEqual(self.production(endpoint)["defaults"]["deployment_name"], NEW)
        took = re.search(r"took: (\d+) s of 600 s", self.log("time"))
        self.assertTrue(took, self.log("time"))
        print(f"rollback of two circuits: {took[1]} s by its own clock, {time.monotonic() - began:.1f} s in all")

    def test_rollback_without_a_way_back(self):
        self.take_circuits(3)
        self.test_until_done()
        done = self.slipway("run", self.checklist("model-promotion-rollback"), "--input", f"endpoints={ENDPOINTS[2]}",
                            "--input", "reason=wrong", "--yes")
        self.run_id = done.stdout.split()[0]
        self.assertEqual(self.states("previous"), ["failed"])
        self.assertEqual(self.production(ENDPOINTS[2])["defaults"]["deployment_name"], NEW)

    def test_until_done(self):
        self.to_production_gate()
        self.assertEqual(self.approve("production-approval"), 0, self.failures())

    def assert_smoke(self, step):
        self.assertIn("failed", self.states(step), self.failures())
        self.assertEqual(self.states(step).count("failed"), 1)
        self.assertEqual(set(self.states("production-approval")), {"pending"})
        self.assertNotIn(NEW, json.dumps(self.azure()["workspaces"]["mlw-prod"]))

    def test_smoke_failing(self):
        self.with_faults(job={ENDPOINTS[1]: "Failed"})
        self.assertEqual(self.start(), WAITING)
        self.assertEqual(self.approve("registry-approval"), 1)
        self.assert_smoke("smoke-wait")

    def test_smoke_never_ending(self):
        self.with_faults(job={ENDPOINTS[0]: "forever"})
        self.assertEqual(self.start(), WAITING)
        began = time.monotonic()
        self.assertEqual(self.approve("registry-approval"), 1)
        self.assertGreaterEqual(time.monotonic() - began, self.limit)
        self.assert_smoke("smoke-wait")

    def test_smoke_with_errors(self):
        self.with_faults(job={ENDPOINTS[0]: "errors"})
        self.assertEqual(self.start(), WAITING)
        self.assertEqual(self.approve("registry-approval"), 1)
        self.assert_smoke("smoke-errors")

    def test_smoke_without_outputs(self):
        self.with_faults(job={ENDPOINTS[1]: "empty"})
        self.assertEqual(self.start(), WAITING)
        self.assertEqual(self.approve("registry-approval"), 1)
        self.assert_smoke("smoke-outputs")

    def test_schema_warns_only(self):
        self.with_faults(columns={ENDPOINTS[1]: "row,score"})
        self.assertEqual(self.start(output_columns='["row","prediction"]'), WAITING)
        self.assertEqual(self.approve("registry-approval"), WAITING, self.failures())
        self.assertEqual(self.states("schema-review"), ["waiting"])
        self.assertEqual(self.slipway("tick", self.run_id, "schema-review").returncode, 0)
        self.assertEqual(self.resume(), WAITING, self.failures())
        self.assertEqual(self.approve("production-approval"), 0, self.failures())

    def test_missing_model(self):
        state = self.azure()
        state["workspaces"]["mlw-dev"]["models"] = [
            one for one in state["workspaces"]["mlw-dev"]["models"] if one["name"] != name_of(*CIRCUITS[1])]
        self.write_state(state)
        self.assertEqual(self.start(), 1)
        self.assertEqual(sorted(self.states("models")), ["failed", "succeeded"])
        self.assertEqual(self.azure()["registries"]["mlr-shared"]["models"], [])

    def test_rejection(self):
        self.to_production_gate()
        done = self.slipway("reject", self.run_id, "production-approval", "--comment", "not this week")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.resume(), 1)
        self.assertEqual(self.states("production-approval"), ["failed"])
        self.assertEqual(self.calls("ml", "batch-endpoint", "update"), [])
        self.assertNotIn(NEW, json.dumps(self.azure()["workspaces"]["mlw-prod"]))

    def test_update_failing_once(self):
        self.with_faults(update_fails={ENDPOINTS[0]: 1})
        self.to_production_gate()
        self.assertEqual(self.approve("production-approval"), 0, self.failures())
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "update")), len(self.circuits) + 1)
        self.assertEqual(self.production(ENDPOINTS[0])["defaults"]["deployment_name"], NEW)

    def killed_while_running(self, step):
        """Resumes, and kills the console with SIGKILL while the step runs."""
        process = subprocess.Popen([SLIPWAY, "resume", self.run_id], env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        end = time.monotonic() + 180  # a machine may be busy
        while "running" not in self.states(step) and time.monotonic() < end:
            time.sleep(0.2)
        self.assertIn("running", self.states(step))
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertNotEqual(set(self.states(step)), {"succeeded"}, "it was killed too late")

    def test_crash_while_polling(self):
        self.limit = 120
        self.with_faults(job_seconds=40)
        self.assertEqual(self.start(), WAITING, self.failures())
        self.slipway("approve", self.run_id, "registry-approval", "--tick", "all")
        self.killed_while_running("smoke-wait")
        self.assertEqual(self.resume(), WAITING, self.failures())
        self.assertEqual(len(self.calls("ml", "batch-endpoint", "invoke")), len(self.circuits))
        self.assertEqual(self.states("production-approval"), ["waiting"])

    def test_crash_while_deploying(self):
        self.to_production_gate()
        self.with_faults(slow={"batch-deployment create": 12})
        made = len(self.calls("ml", "batch-deployment", "create"))
        self.slipway("approve", self.run_id, "production-approval", "--tick", "all")
        self.killed_while_running("production-deployments")
        self.assertEqual(self.resume(), 0, self.failures())
        self.assertEqual(len(self.calls("ml", "batch-deployment", "create")) - made, len(self.circuits))

    def test_undo_of_the_run(self):
        """Undoing says beforehand that the switch goes back; a circuit without a way back fails."""
        self.test_until_done()
        done = self.slipway("undo", self.run_id, "--dry-run")
        self.assertIn(f"defaults.deployment_name={OLD}", done.stdout, done.stderr)


if __name__ == "__main__":
    SLIPWAY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2, argv=[sys.argv[0], *(f"Promotion.test_{one}" for one in sys.argv[1:])])
