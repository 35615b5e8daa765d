"""A server that is dead, busy, lying or endless fails one article with its host's name, never with the key."""

from __future__ import annotations

import json
import socket

import pytest

from alaqat.build.pipeline import annotate
from alaqat.readers.endpoint.chat_client import EndpointFailed
from tests.readers.endpoint.chat_server import completion
from tests.readers.endpoint.own_texts import SUMMONS

GOOD = completion(SUMMONS.answer)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_growing_waits(server, make_reader, status):
    server.replies = [(status, {}, b""), (status, {}, b""), GOOD]
    assert annotate(SUMMONS.article, make_reader()).events
    assert make_reader.waits == [2.0, 4.0]


@pytest.mark.parametrize(("header", "wait"), [("7", 7.0), ("99999999", 60.0), ("soon", 2.0)])
def test_the_wait_that_a_server_asks_for_is_kept_within_bounds(server, make_reader, header, wait):
    server.replies = [(429, {"Retry-After": header}, b""), GOOD]
    annotate(SUMMONS.article, make_reader())
    assert make_reader.waits == [wait]


def test_a_server_that_stays_busy_is_left(server, make_reader):
    server.replies = [(503, {}, b"")]
    with pytest.raises(EndpointFailed, match=r"127\.0\.0\.1 answers with status 503, 4 times"):
        annotate(SUMMONS.article, make_reader())


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (b"<!doctype html><p>Welcome", "no chat completion"),
        (b"\x00\xff\xfe garbage", "no chat completion"),
        (GOOD[:60], "no chat completion"),
        (b"[]", "no chat completion"),
        (b'{"choices": []}', "no chat completion"),
        (b'{"choices": [{"message": {"content": null}}]}', "without a text"),
        (b"[" * 100_000, "no chat completion"),
        (b" " * 10_000_000, "more than 4 MB"),
        ((401, {}, b"secret-key is wrong"), "refuses the key"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "status 302"),
        ((200, {"Content-Length": "90000"}, b"{"), r"cannot be reached \(\w+\), 1 times$"),
    ],
    ids=[
        "html", "garbage", "half", "list", "no choice", "null", "nested", "10 MB", "key", "redirect",
        "cut off",
    ],
)  # fmt: skip
def test_a_useless_reply_fails_with_host_and_cause(server, make_reader, reply, problem):
    server.replies = [reply]
    with pytest.raises(EndpointFailed, match=problem) as raised:
        annotate(SUMMONS.article, make_reader(attempts=1))
    assert "127.0.0.1" in str(raised.value)
    assert "secret-key" not in str(raised.value)


def test_a_dead_server_is_not_asked_for_ever(make_reader):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    reader = make_reader(address=f"http://127.0.0.1:{port}", attempts=1)
    for _ in range(5):
        with pytest.raises(EndpointFailed, match="cannot be reached"):
            annotate(SUMMONS.article, reader)
    with pytest.raises(EndpointFailed, match="nothing more is asked"):
        annotate(SUMMONS.article, reader)


def test_a_schema_is_sent_and_left_out_where_the_server_refuses_it(server, make_reader):
    server.replies = [(400, {}, b"unknown field"), GOOD]
    reader = make_reader()
    annotate(SUMMONS.article, reader)
    first, second = server.requests
    assert first["response_format"]["json_schema"]["schema"]["required"] == ["events", "quotes"]
    assert "response_format" not in second
    assert (second["model"], second["path"]) == ("toy", "/v1/chat/completions")


def test_a_server_that_refuses_both_forms_fails(server, make_reader):
    server.replies = [(400, {}, json.dumps({"error": "x"}).encode())]
    with pytest.raises(EndpointFailed, match="does not take the request"):
        annotate(SUMMONS.article, make_reader())
