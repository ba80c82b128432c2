"""Stand-in for the model registry's client: the calls that a training, a registration and a
worker need, against the registry of the sample stack. It reads the same variables:
MLFLOW_TRACKING_URI, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD."""
import base64
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from types import SimpleNamespace

_state = SimpleNamespace(uri=None, experiment_id="0", run=None)


class MlflowException(Exception):
    pass


def set_tracking_uri(uri):
    _state.uri = uri


def get_tracking_uri():
    return _state.uri or os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000/")


def _call(method, path, body=None, raw=False):
    headers = {"Content-Type": "application/json"}
    user = os.environ.get("MLFLOW_TRACKING_USERNAME")
    if user:
        pair = f"{user}:{os.environ.get('MLFLOW_TRACKING_PASSWORD', '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    data = body if raw else (json.dumps(body).encode() if body is not None else None)
    asked = urllib.request.Request(get_tracking_uri().rstrip("/") + path, data=data, headers=headers,
                                   method=method)
    try:
        with urllib.request.urlopen(asked, timeout=20) as reply:
            content = reply.read()
    except urllib.error.HTTPError as error:
        try:
            reason = json.loads(error.read()).get("message", error.reason)
        except ValueError:
            reason = error.reason
        raise MlflowException(f"{error.code}: {reason}") from None
    except OSError as error:
        raise MlflowException(f"the model registry does not answer: {error}") from None
    return content if method == "GET" and path.startswith("/artifacts/") else json.loads(content or b"{}")


def _api(method, endpoint, body=None, /, **query):
    text = "?" + urllib.parse.urlencode(query) if query else ""
    return _call(method, f"/api/2.0/mlflow/{endpoint}{text}", body)


def _run(data):
    info = SimpleNamespace(**data["info"])
    return SimpleNamespace(info=info, data=SimpleNamespace(**data["data"]))


def _version(data):
    return SimpleNamespace(**data)


class MlflowClient:
    def __init__(self, tracking_uri=None):
        if tracking_uri:
            set_tracking_uri(tracking_uri)

    def get_experiment_by_name(self, name):
        try:
            return SimpleNamespace(**_api("GET", "experiments/get-by-name", experiment_name=name)["experiment"])
        except MlflowException as error:
            if str(error).startswith("404"):
                return None
            raise

    def search_runs(self, experiment_ids, filter_string="", order_by=None, max_results=1000):
        body = {"experiment_ids": [str(i) for i in experiment_ids], "max_results": max_results}
        return [_run(run) for run in _api("POST", "runs/search", body)["runs"]]

    def create_registered_model(self, name):
        return SimpleNamespace(**_api("POST", "registered-models/create", {"name": name})["registered_model"])

    def create_model_version(self, name, source, run_id=None):
        body = {"name": name, "source": source, "run_id": run_id}
        return _version(_api("POST", "model-versions/create", body)["model_version"])

    def set_registered_model_alias(self, name, alias, version):
        _api("POST", "registered-models/alias", {"name": name, "alias": alias, "version": str(version)})

    def get_model_version_by_alias(self, name, alias):
        return _version(_api("GET", "registered-models/alias", name=name, alias=alias)["model_version"])


def set_experiment(experiment_name):
    found = MlflowClient().get_experiment_by_name(experiment_name)
    _state.experiment_id = found.experiment_id if found else _api(
        "POST", "experiments/create", {"name": experiment_name})["experiment_id"]


def start_run(run_name=None, description=None):
    body = {"experiment_id": _state.experiment_id, "run_name": run_name, "start_time": int(time.time() * 1000)}
    _state.run = _run(_api("POST", "runs/create", body)["run"])
    return _state.run


def set_tags(tags):
    for key, value in tags.items():
        _api("POST", "runs/set-tag", {"run_id": _state.run.info.run_id, "key": key, "value": value})


def log_param(key, value):
    _api("POST", "runs/log-parameter", {"run_id": _state.run.info.run_id, "key": key, "value": str(value)})


def log_metric(key, value):
    _api("POST", "runs/log-metric", {"run_id": _state.run.info.run_id, "key": key, "value": float(value)})


def log_artifact(path, artifact_path="model"):
    with open(path, "rb") as file:
        name = f"/artifacts/{_state.run.info.run_id}/{artifact_path}/{os.path.basename(path)}"
        _call("PUT", name, file.read(), raw=True)


def load_artifact(run_id, path):
    return _call("GET", f"/artifacts/{run_id}/{path}")


def end_run(status="FINISHED"):
    _api("POST", "runs/update", {"run_id": _state.run.info.run_id, "status": status})
    _state.run = None


def register_model(model_uri, name):
    run_id = model_uri.split("/")[1] if model_uri.startswith("runs:/") else None
    try:
        MlflowClient().create_registered_model(name)
    except MlflowException as error:
        if not str(error).startswith("400"):
            raise
    return MlflowClient().create_model_version(name, model_uri, run_id)
