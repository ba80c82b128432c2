"""Stand-in for requests: get, post and put over urllib, with what the sample needs."""
import json as _json
import urllib.error
import urllib.request


class RequestException(IOError):
    """Nothing answered."""


class ConnectionError(RequestException):
    """Nothing answered."""


class Response:
    def __init__(self, status, content):
        self.status_code = status
        self.content = content
        self.ok = status < 400

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    def json(self):
        return _json.loads(self.content)


def request(method, url, json=None, data=None, headers=None, timeout=10):
    headers = dict(headers or {})
    if json is not None:
        data = _json.dumps(json).encode()
        headers.setdefault("Content-Type", "application/json")
    asked = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=timeout) as reply:
            return Response(reply.status, reply.read())
    except urllib.error.HTTPError as error:
        return Response(error.code, error.read())
    except (urllib.error.URLError, OSError) as error:
        raise ConnectionError(str(error)) from error


def get(url, **options):
    return request("GET", url, **options)


def post(url, **options):
    return request("POST", url, **options)


def put(url, **options):
    return request("PUT", url, **options)
