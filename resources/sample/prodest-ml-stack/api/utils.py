"""Auxiliares da API."""
import base64
import os
from datetime import datetime

import requests

URL = os.environ.get("QUEUE_URL", "http://queue:15672")


class Queue:
    """A fila de mensagens."""

    @staticmethod
    def headers():
        pair = f"{os.environ['RABBITMQ_DEFAULT_USER']}:{os.environ['RABBITMQ_DEFAULT_PASS']}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}

    @classmethod
    def exists(cls, name):
        reply = requests.get(f"{URL}/api/queues", headers=cls.headers())
        return any(queue["name"] == name for queue in reply.json())

    @classmethod
    def publish(cls, name, message):
        requests.post(f"{URL}/api/queues/{name}", json=message, headers=cls.headers())


def check_feedback(job, feedback):
    if job is None:
        return "Job não encontrado."
    if job["method"] != "predict":
        return "Só é possível dar feedback para o método 'predict'."
    if not isinstance(feedback, list) or not feedback:
        return "Informe uma lista em 'feedback'."
    return None


def now_as_day():
    return datetime.now().strftime("%d/%m/%Y")
