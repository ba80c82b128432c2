"""A very small message queue with an HTTP face: the sample's stand-in for a queue server.

GET  /api/overview           the server answers
GET  /api/queues             [{"name": NAME, "messages": N}]
PUT  /api/queues/NAME        makes a queue
POST /api/queues/NAME        puts the body in as one message
POST /api/queues/NAME/get    takes one message out, waiting at most a second for it
"""
import base64
import json
import os
import queue
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

QUEUES = {}
USER = os.environ.get("RABBITMQ_DEFAULT_USER", "guest")
PASSWORD = os.environ.get("RABBITMQ_DEFAULT_PASS", "guest")
EXPECTED = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class Handler(BaseHTTPRequestHandler):
    def reply(self, status, body=None):
        data = json.dumps(body).encode() if body is not None else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="queue"')
        self.end_headers()
        self.wfile.write(data)

    def parts(self):
        if self.headers.get("Authorization") != EXPECTED:
            self.reply(401, {"error": "not authorised"})
            return None
        return self.path.strip("/").split("/")

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def do_GET(self):
        parts = self.parts()
        if parts == ["api", "overview"]:
            self.reply(200, {"product": "sample queue", "queues": len(QUEUES)})
        elif parts == ["api", "queues"]:
            self.reply(200, [{"name": n, "messages": q.qsize()} for n, q in QUEUES.items()])
        elif parts:
            self.reply(404, {"error": "no such page"})

    def do_PUT(self):
        parts = self.parts()
        if parts and parts[:2] == ["api", "queues"] and len(parts) == 3:
            self.body()
            QUEUES.setdefault(parts[2], queue.Queue())
            self.reply(201, {"name": parts[2]})
        elif parts:
            self.reply(404, {"error": "no such page"})

    def do_POST(self):
        parts = self.parts()
        data = self.body()
        if not parts:
            return
        found = QUEUES.get(parts[2]) if parts[:2] == ["api", "queues"] and len(parts) > 2 else None
        if found is None:
            self.reply(404, {"error": "no such queue"})
        elif len(parts) == 3:
            found.put(data)
            self.reply(200, {"routed": True})
        else:
            try:
                message = found.get(timeout=1)
                self.reply(200, {"message": message.decode()})
            except queue.Empty:
                self.reply(204)

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    print("fila de mensagens pronta", flush=True)
    ThreadingHTTPServer(("0.0.0.0", 15672), Handler).serve_forever()
