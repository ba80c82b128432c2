"""O registro de modelos: experimentos, execuções, versões e alias, por REST e numa página.

Uma parte muito pequena da API de um registro verdadeiro, com os mesmos endereços. O estado fica
em /mlflow_data/state.json e os artefatos ao lado.
"""
import base64
import html
import json
import os
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

DATA = "/mlflow_data"
STATE_FILE = os.path.join(DATA, "state.json")
LOCK = threading.RLock()
PAIR = f"{os.environ['MLFLOW_TRACKING_USERNAME']}:{os.environ['MLFLOW_TRACKING_PASSWORD']}"
EXPECTED = "Basic " + base64.b64encode(PAIR.encode()).decode()


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def load():
    if not os.path.exists(STATE_FILE):
        return {"experiments": {}, "runs": {}, "models": {}}
    with open(STATE_FILE, encoding="utf-8") as file:
        return json.load(file)


STATE = load()


def save():
    with open(STATE_FILE + ".part", "w", encoding="utf-8") as file:
        json.dump(STATE, file)
    os.replace(STATE_FILE + ".part", STATE_FILE)


def run_of(body):
    run = STATE["runs"].get(body.get("run_id"))
    if run is None:
        raise Refused(404, f"Run {body.get('run_id')} not found")
    return run


def model_of(name):
    if name not in STATE["models"]:
        raise Refused(404, f"Registered Model with name={name} not found")
    return STATE["models"][name]


def create_experiment(body):
    number = str(len(STATE["experiments"]) + 1)
    STATE["experiments"][number] = {"experiment_id": number, "name": body["name"]}
    return {"experiment_id": number}


def experiment_by_name(query):
    for experiment in STATE["experiments"].values():
        if experiment["name"] == query["experiment_name"]:
            return {"experiment": experiment}
    raise Refused(404, f"No experiment named {query['experiment_name']}")


def create_run(body):
    number = uuid.uuid4().hex
    STATE["runs"][number] = {
        "info": {"run_id": number, "experiment_id": body["experiment_id"], "run_name": body.get("run_name"),
                 "status": "RUNNING", "start_time": body.get("start_time") or int(time.time() * 1000),
                 "end_time": None},
        "data": {"params": {}, "metrics": {}, "tags": {}}}
    return {"run": STATE["runs"][number]}


def update_run(body):
    run_of(body)["info"].update(status=body["status"], end_time=int(time.time() * 1000))
    return {}


def search_runs(body):
    wanted = set(body.get("experiment_ids") or [])
    runs = [run for run in STATE["runs"].values() if run["info"]["experiment_id"] in wanted]
    runs.sort(key=lambda run: run["info"]["start_time"], reverse=True)
    return {"runs": runs[:body.get("max_results", 1000)]}


def logger(kind):
    def log(body):
        run_of(body)["data"][kind][body["key"]] = body["value"]
        return {}
    return log


def create_model(body):
    if body["name"] in STATE["models"]:
        raise Refused(400, f"Registered Model (name={body['name']}) already exists.")
    STATE["models"][body["name"]] = {"name": body["name"], "versions": {}, "aliases": {}}
    return {"registered_model": STATE["models"][body["name"]]}


def create_version(body):
    model = model_of(body["name"])
    run_of(body)
    number = str(len(model["versions"]) + 1)
    model["versions"][number] = {"name": body["name"], "version": number, "run_id": body["run_id"],
                                 "source": body.get("source"), "status": "READY"}
    return {"model_version": model["versions"][number]}


def set_alias(body):
    model = model_of(body["name"])
    if str(body["version"]) not in model["versions"]:
        raise Refused(404, f"Model version {body['version']} not found")
    model["aliases"][body["alias"]] = str(body["version"])
    return {}


def version_by_alias(query):
    model = model_of(query["name"])
    if query["alias"] not in model["aliases"]:
        raise Refused(404, f"Registered model alias {query['alias']} not found.")
    return {"model_version": model["versions"][model["aliases"][query["alias"]]]}


GETS = {"experiments/get-by-name": experiment_by_name, "registered-models/alias": version_by_alias}
POSTS = {"experiments/create": create_experiment, "runs/create": create_run, "runs/update": update_run,
         "runs/search": search_runs, "runs/log-parameter": logger("params"), "runs/log-metric": logger("metrics"),
         "runs/set-tag": logger("tags"), "registered-models/create": create_model,
         "model-versions/create": create_version, "registered-models/alias": set_alias}


def page():
    """A página em que uma pessoa registra o modelo e lhe dá o alias."""
    rows = ""
    for run in sorted(STATE["runs"].values(), key=lambda r: -r["info"]["start_time"]):
        info = run["info"]
        experiment = STATE["experiments"].get(info["experiment_id"], {}).get("name", "?")
        cells = [experiment, info["run_name"], info["run_id"], info["status"], json.dumps(run["data"]["metrics"])]
        rows += "<tr>" + "".join(f"<td>{html.escape(str(c))}</td>" for c in cells)
        rows += (f'<td><form method="post" action="/register"><input type="hidden" name="run_id" '
                 f'value="{info["run_id"]}"><input name="name" placeholder="nome do modelo" required> '
                 f'<input name="alias" placeholder="alias"> <button>Registrar</button></form></td></tr>')
    models = "".join(f"<li>{html.escape(m['name'])}: {len(m['versions'])} versões, alias "
                     f"{html.escape(json.dumps(m['aliases']))}</li>" for m in STATE["models"].values())
    return (f'<!doctype html><meta charset="utf-8"><title>Registro de modelos</title><h1>Registro de modelos</h1>'
            f"<h2>Execuções</h2><table border=1 cellpadding=4>{rows}</table><h2>Modelos</h2><ul>{models}</ul>")


def register(form):
    body = {key: values[0] for key, values in form.items()}
    if body["name"] not in STATE["models"]:
        create_model(body)
    made = create_version({"name": body["name"], "run_id": body["run_id"],
                           "source": f"runs:/{body['run_id']}/model"})["model_version"]
    if body.get("alias"):
        set_alias({"name": body["name"], "alias": body["alias"], "version": made["version"]})


class Handler(BaseHTTPRequestHandler):
    def reply(self, status, data, kind="application/json", location=None):
        self.send_response(status)
        self.send_header("Content-Type", kind + "; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="registro de modelos"')
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(data)

    def json(self, status, body):
        self.reply(status, json.dumps(body).encode())

    def is_refused(self):
        if self.headers.get("Authorization") == EXPECTED:
            return False
        self.json(401, {"message": "You are not authenticated."})
        return True

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def artifact(self, path):
        name = os.path.normpath(path.lstrip("/"))
        if not name.startswith("artifacts/"):
            raise Refused(404, "no such artifact")
        return os.path.join(DATA, name)

    def call(self, table, name, body):
        if name not in table:
            raise Refused(404, f"no such endpoint: {name}")
        with LOCK:
            answer = table[name](body)
            if table is POSTS:
                save()
        self.json(200, answer)

    def guarded(self, action):
        try:
            action()
        except Refused as refused:
            self.json(refused.status, {"message": str(refused)})
        except (KeyError, ValueError, OSError) as error:
            self.json(400, {"message": f"{type(error).__name__}: {error}"})

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/health":
            self.reply(200, b"OK", "text/plain")
        elif not self.is_refused():
            self.guarded(lambda: self.get(url))

    def get(self, url):
        if url.path == "/":
            self.reply(200, page().encode(), "text/html")
        elif url.path.startswith("/artifacts/"):
            with open(self.artifact(url.path), "rb") as file:
                self.reply(200, file.read(), "application/octet-stream")
        else:
            query = {key: values[0] for key, values in parse_qs(url.query).items()}
            self.call(GETS, url.path.removeprefix("/api/2.0/mlflow/"), query)

    def do_PUT(self):
        data = self.body()
        if not self.is_refused():
            self.guarded(lambda: self.put(data))

    def put(self, data):
        path = self.artifact(self.path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
        self.json(200, {})

    def do_POST(self):
        data = self.body()
        if not self.is_refused():
            self.guarded(lambda: self.post(data))

    def post(self, data):
        if self.path == "/register":
            with LOCK:
                register(parse_qs(data.decode()))
                save()
            self.reply(303, b"", location="/")
        else:
            self.call(POSTS, self.path.removeprefix("/api/2.0/mlflow/"), json.loads(data or b"{}"))

    def log_message(self, template, *arguments):
        print(f"{self.log_date_time_string()} {template % arguments}", flush=True)


if __name__ == "__main__":
    print("registro de modelos pronto", flush=True)
    ThreadingHTTPServer(("0.0.0.0", 5000), Handler).serve_forever()
