"""What the guard refuses, what it marks, and how much it lets in."""

import asyncio

import pytest

from components.access import signing
from components.access.guard import LOCAL_HEADER, Guard, Limits

SECRET = "a long enough secret"
UPLOAD = "/_stcore/upload_file/session/file"


class Answered:
    """An application that remembers the last request it was given."""

    scope = None

    async def __call__(self, scope, receive, send) -> None:
        """Read the whole request."""
        self.scope = scope
        if scope["type"] == "http":
            while (message := await receive())["type"] == "http.request" and message["more_body"]:
                pass
            self.last = message["type"]
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def app():
    return Answered()


@pytest.fixture
def guard(app, monkeypatch):
    for name in ("READ_ONLY", "SECRET", "EDITORS", "EDITOR_CLAIM"):
        monkeypatch.delenv(f"ALAQAT_{name}", raising=False)
    return Guard(app, ["localhost"], ["https://friend.example"], True, dict)


def ask(guard, path="/", method="GET", kind="http", client="127.0.0.1", body=(), **headers):
    """The status of the answer; for a WebSocket the code that closes it, None if it is open."""
    given = {
        "host": "localhost:8501",
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    scope = {
        "type": kind, "method": method, "path": path, "client": (client, 1), "query_string": b"",
        "headers": [(key.encode(), value.encode()) for key, value in given.items() if value],
    }  # fmt: skip
    sent, left = [], list(body)

    async def receive():
        chunk = left.pop(0) if left else b""
        return {"type": "http.request", "body": chunk, "more_body": bool(left)}

    async def send(message):
        sent.append(message)

    asyncio.run(guard(scope, receive, send))
    return next((sent[0].get(key) for key in ("status", "code") if sent and key in sent[0]), None)


@pytest.mark.parametrize("path", ["/", "/healthz", "/assets/a.woff2", "/static/js/index.js"])
def test_a_foreign_host_gets_nothing(guard, path):
    assert ask(guard, path) == 200
    assert ask(guard, path, host="evil.example") == 421
    assert ask(guard, path, host="") == 421


@pytest.mark.parametrize("origin", ["http://localhost:9999", "http://evil.example", "null"])
def test_a_page_of_another_origin_may_not_write(guard, origin):
    assert ask(guard, "/sign-in", "POST", origin=origin) == 403
    assert ask(guard, UPLOAD, "PUT", origin=origin) == 403
    assert ask(guard, UPLOAD, "DELETE", origin=origin) == 403
    assert ask(guard, "/_stcore/stream", kind="websocket", origin=origin) == 1008
    assert ask(guard, "/", origin=origin) == 200


@pytest.mark.parametrize("origin", ["http://localhost:8501", "https://friend.example"])
def test_an_own_page_and_one_of_the_list_may(guard, origin):
    assert ask(guard, "/sign-in", "POST", origin=origin) == 200
    assert ask(guard, "/_stcore/stream", kind="websocket", origin=origin) is None


def test_metrics_are_closed(guard):
    assert ask(guard, "/_stcore/metrics") == 404


@pytest.mark.parametrize(
    ("changes", "is_local"),
    [({}, True), ({"client": "10.0.0.9"}, False), ({"x_forwarded_for": "10.0.0.9"}, False),
     ({"forwarded": "for=10.0.0.9"}, False), ({"via": "1.1 proxy"}, False), ({"x_real_ip": "10.0.0.9"}, False)],
)  # fmt: skip
def test_only_a_direct_visit_from_this_machine_is_local(guard, app, changes, is_local):
    ask(guard, **changes)
    assert ((LOCAL_HEADER.encode(), b"1") in app.scope["headers"]) is is_local


def test_nobody_marks_themselves_as_local(guard, app):
    guard.is_private = False
    ask(guard, x_alaqat_local="1")
    assert LOCAL_HEADER.encode() not in dict(app.scope["headers"])


def test_more_sessions_than_the_limit_wait_on_a_page_that_asks_again(guard):
    guard.limits = Limits(sessions=2)
    guard.open_sessions = 2
    assert ask(guard, "/timeline", accept="text/html") == 503
    assert ask(guard, "/_stcore/stream", kind="websocket") == 1013
    assert ask(guard, "/static/js/index.js") == 200
    assert ask(guard, "/_stcore/health", accept="text/html") == 200
    guard.open_sessions = 1
    assert ask(guard, "/timeline", accept="text/html") == 200


def put(guard, size, body=(), **headers):
    return ask(guard, UPLOAD, "PUT", content_length=str(size), body=body, **headers)


def test_a_session_and_all_together_upload_so_much(guard):
    guard.limits = Limits(session_bytes=100, all_bytes=150)
    guard.uploaded = lambda: {"session": 60, "another": 60}
    assert [put(guard, size) for size in (30, 31, 41)] == [200, 413, 413]


def test_what_is_arriving_counts_as_held(guard):
    guard.limits = Limits(session_bytes=100)
    guard._arriving = {"session": 80}
    assert [put(guard, size) for size in (20, 21)] == [200, 413]
    assert guard._arriving == {"session": 80}


def test_who_only_reads_uploads_a_story_and_no_more(guard, monkeypatch):
    monkeypatch.setenv("ALAQAT_SECRET", SECRET)
    cookie = f"alaqat_editor={signing.cookie_of('Salma', SECRET)}"
    assert [put(guard, 200_000), put(guard, 2_000_000)] == [200, 413]
    assert put(guard, 2_000_000, cookie=cookie) == 200
    assert put(guard, 2_000_000, cookie="alaqat_editor=IkV2ZSI.a.b") == 413


def test_an_upload_says_its_length_and_is_cut_where_that_was_a_lie(guard, app):
    assert ask(guard, UPLOAD, "PUT") == 411
    assert put(guard, 10, body=[b"x" * 8, b"x" * 8]) == 200
    assert app.last == "http.disconnect"
    assert put(guard, 16, body=[b"x" * 8, b"x" * 8]) == 200
    assert app.last == "http.request"


@pytest.mark.parametrize(("given", "sessions"), [("7", 7), ("0", 60), ("many", 60), ("", 60)])
def test_the_limit_of_sessions_is_set_by_a_variable(monkeypatch, given, sessions):
    monkeypatch.setenv("ALAQAT_MOST_SESSIONS", given)
    assert Limits.from_env().sessions == sessions
