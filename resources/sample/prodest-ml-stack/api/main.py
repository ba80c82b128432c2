"""A API da stack: recebe os pedidos, põe os jobs na fila e guarda as respostas dos workers."""
import json
import os
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from utils import Queue, check_feedback, now_as_day

VERSION = os.environ["STACK_VERSION"]
TOKEN = os.environ["API_TOKEN"]
TOKEN_WORKERS = os.environ["API_TOKEN_WORKERS"]
FEEDBACK_INTERVAL = 30 * 60  # segundos entre duas consultas de feedback do mesmo modelo

JOBS = {}
FEEDBACKS = []
LAST_FEEDBACK_QUERY = {}


def inference(request):
    model, method = request.get("model_name"), request.get("method")
    if not model or method not in ("predict", "info"):
        return 200, {"status": "Error", "response": "Informe 'model_name' e um 'method' válido: predict ou info."}
    if method == "predict" and not request.get("features"):
        return 200, {"status": "Error", "response": "O método 'predict' precisa de 'features'."}
    if not Queue.exists(model):
        return 200, {"status": "Error", "response": f"Nenhum worker atende ao modelo '{model}'."}
    job = uuid.uuid4().hex
    JOBS[job] = {"status": "Queued", "model_name": model, "method": method, "response": None}
    Queue.publish(model, dict(request, job_id=job))
    return 200, {"status": "Queued", "job_id": job, "model_name": model}


def status(request):
    job = JOBS.get(request.get("job_id"))
    if job is None:
        return 200, {"status": "Error", "response": "Job não encontrado."}
    return 200, {"status": job["status"], "response": job["response"]}


def feedback(request):
    job = JOBS.get(request.get("job_id"))
    error = check_feedback(job, request.get("feedback"))
    if error:
        return 200, {"status": "Error", "response": error}
    FEEDBACKS.append({"model_name": job["model_name"], "day": now_as_day(), "feedback": request["feedback"]})
    return 200, {"status": "Done", "response": "Feedback gravado."}


def get_feedback(request):
    """Uma consulta por modelo a cada 30 minutos; o controle está na memória da API."""
    model = request.get("model_name")
    last = LAST_FEEDBACK_QUERY.get(model)
    if last is not None and time.monotonic() - last < FEEDBACK_INTERVAL:
        return 200, {"status": "Error", "response": "Aguarde 30 minutos para consultar novamente os feedbacks."}
    LAST_FEEDBACK_QUERY[model] = time.monotonic()
    found = [f["feedback"] for f in FEEDBACKS if f["model_name"] == model and f["day"] == request.get("initial_date")]
    return 200, {"status": "Done", "response": len(found)}


def worker_result(request):
    job = JOBS.get(request.get("job_id"))
    if job is None:
        return 404, {"detail": "Job não encontrado."}
    job.update(status=request["status"], response=request["response"])
    return 200, {"status": "Done"}


PAGES = {"/inference": inference, "/status": status, "/feedback": feedback, "/get_feedback": get_feedback}


class Handler(BaseHTTPRequestHandler):
    def reply(self, code, body):
        data = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        if self.path == "/version":
            self.reply(200, {"Stack Version": VERSION})
        elif self.path == "/":
            self.reply(200, {"response": "A API está no ar."})
        else:
            self.reply(404, {"detail": "Not Found"})

    def do_POST(self):
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        is_worker = self.path == "/worker/result"
        if token != (TOKEN_WORKERS if is_worker else TOKEN):
            self.reply(401, {"detail": "Not authenticated"})
            return
        try:
            request = json.loads(data or b"{}")
        except ValueError:
            self.reply(422, {"detail": "O corpo do pedido não é JSON."})
            return
        page = worker_result if is_worker else PAGES.get(self.path)
        self.reply(*(page(request) if page else (404, {"detail": "Not Found"})))

    def log_message(self, template, *arguments):
        print(f"{self.log_date_time_string()} {template % arguments}", flush=True)


if __name__ == "__main__":
    print(f"API {VERSION} pronta", flush=True)
    ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
