"""O worker que atende aos pedidos com o modelo que está em produção."""
import base64
import importlib
import json
import os
import sys
import time

import requests
from mllibprodest.provider import ModelNotInProduction

QUEUE_URL = os.environ["QUEUE_URL"]
API_URL = os.environ["API_URL"]
PAIR = f"{os.environ['RABBITMQ_DEFAULT_USER']}:{os.environ['RABBITMQ_DEFAULT_PASS']}"
QUEUE_HEADERS = {"Authorization": "Basic " + base64.b64encode(PAIR.encode()).decode()}
API_HEADERS = {"Authorization": "Bearer " + os.environ["API_TOKEN_WORKERS"]}


def load_models():
    with open("params.conf", encoding="utf-8") as file:
        wanted = json.load(file)["models"]
    return {m["model_name"]: importlib.import_module(m["module"]).ModeloCLF(m["model_name"]) for m in wanted}


def patiently(call, *arguments, **options):
    """Espera os outros serviços subirem."""
    for _ in range(20):
        try:
            return call(*arguments, **options)
        except requests.ConnectionError:
            time.sleep(0.5)
    return call(*arguments, **options)


def answer(model, job):
    try:
        return "Done", model.predict(job["features"]) if job["method"] == "predict" else model.info()
    except Exception as error:  # o job falha, o worker continua
        return "Error", f"{type(error).__name__}: {error}"


def serve(models):
    for name in models:
        patiently(requests.put, f"{QUEUE_URL}/api/queues/{name}", headers=QUEUE_HEADERS)
        print(f"fila {name} criada", flush=True)
    while True:
        for name, model in models.items():
            reply = patiently(requests.post, f"{QUEUE_URL}/api/queues/{name}/get", headers=QUEUE_HEADERS)
            if reply.status_code != 200:
                continue
            job = json.loads(reply.json()["message"])
            status, response = answer(model, job)
            patiently(requests.post, f"{API_URL}/worker/result", headers=API_HEADERS,
                      json={"job_id": job["job_id"], "status": status, "response": response})


if __name__ == "__main__":
    try:
        MODELS = load_models()
    except ModelNotInProduction as missing:
        sys.exit(f"O worker vai parar: nenhum modelo em produção ({missing})")
    serve(MODELS)
