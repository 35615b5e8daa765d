"""A local news server under test names, with good and bad answers on request."""

# ruff: noqa: D101, D102, ANN204 - the parts of a server are what their names say
from __future__ import annotations

import gzip
import hashlib
import re
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from alaqat.ingest.net.fetch import Fetcher
from alaqat.ingest.net.safe_url import LinkRefused
from alaqat.ingest.net.transport import Network
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

PAGE = "<!DOCTYPE html><html><body><p>وصل الوزير إلى العاصمة صباح اليوم</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path)
        if answer is None:
            answer = self.server.answers.get("*", (404, {}, b""))
        with suppress(ConnectionError):
            if callable(answer):
                answer(self)
            else:
                self.send(*answer)

    def send(self, status, headers, body):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []
        self.stopped = threading.Event()
        self.port = self.server_address[1]

    def page(
        self, path, body=PAGE, *, status=200, content_type="text/html; charset=utf-8", **headers
    ):
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": content_type, **named}, data)
        return self.url(path)

    def moved(self, path, target, status=302):
        self.answers[path] = (status, {"Location": target}, b"")
        return self.url(path)

    def url(self, path, host="news.test"):
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self):
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, *_):
        pass


@pytest.fixture
def server():
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.stopped.set()
    server.shutdown()
    thread.join()
    server.server_close()


class World:
    """A fake network: records names looked up, addresses connected to and delays, on a fake clock."""

    def __init__(self, names, allowed=()):
        self.names, self.allowed = names, frozenset(allowed)
        self.looked_up, self.connected, self.waited = [], [], []
        self.now = 1000.0

    def resolve(self, host, _port):
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return self.names[host]

    def connect(self, address, port, seconds):
        self.connected.append((address, port))
        if (address, port) not in self.allowed:
            raise ConnectionRefusedError("closed")
        return socket.create_connection((address, port), seconds)

    def sleep(self, seconds):
        self.waited.append(seconds)
        self.now += seconds

    @property
    def network(self):
        return Network(
            self.allowed, self.resolve, self.connect, lambda *_: False, self.sleep, lambda: self.now
        )

    def fetcher(self, **options):
        return Fetcher(network=self.network, **options)


@pytest.fixture
def world(server):
    names = {
        "news.test": ["127.0.0.1"],
        "other.test": ["127.0.0.1"],
        "xn--mgbbnfq2c8d.test": ["127.0.0.1"],
    }
    return World(names, {("127.0.0.1", server.port)})


@pytest.fixture
def fetcher(world):
    return world.fetcher(seconds=1.0)


def packed(body, times=1):
    for _ in range(times):
        body = gzip.compress(body)
    return body


def endless(handler):
    """A body without end, as fast as it is read."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def dripping(handler):
    """A body of a byte now and then, so that no single read times out; it ends with the test."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def dripping_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b"X: 1\r\n")
        handler.wfile.flush()


def silent(handler):
    """No answer until the test ends."""
    handler.server.stopped.wait()


def reader(fetched):
    """A stand-in for the readers of pages and documents: the text between the tags."""
    text = re.sub(r"<[^>]*>", " ", fetched.body.decode(fetched.charset or "utf-8")).strip()
    if not text:
        raise ArticleRefused(f"{fetched.url}: is empty")
    yield Article(id=hashlib.sha256(text.encode()).hexdigest()[:16], text=text, url=fetched.url)


def refusal(fetcher, url, **options):
    with pytest.raises(LinkRefused) as caught:
        fetcher.fetch(url, **options)
    return caught.value
