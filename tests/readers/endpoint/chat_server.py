"""A local server that speaks the chat protocol and answers what a test tells it to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


def completion(content: Any, **more: Any) -> bytes:
    """The body of a chat completion with that content; a mapping is written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    message = {"role": "assistant", "content": text}
    return json.dumps({"choices": [{"message": message}], **more}).encode()


class ChatServer(ThreadingHTTPServer):
    """Answers with `replies` one after the other, then with the last again; keeps the requests.

    A reply is a body with status 200, (status, headers, body), or a function of the request that
    gives one.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: list[Any] = [completion({"events": [], "quotes": []})]
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_reply(self) -> tuple[int, dict[str, str], bytes]:
        """The reply to the request that was kept last."""
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if callable(reply):
            reply = reply(self.requests[-1])
        return reply if isinstance(reply, tuple) else (200, {}, reply)


class _Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append(json.loads(body) | {"path": self.path})
        self.server.headers.append(dict(self.headers))
        status, headers, reply = self.server.next_reply()
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(reply))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(reply)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Say nothing on standard error."""


@contextmanager
def running() -> Iterator[ChatServer]:
    """A server while the block runs."""
    with ChatServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
