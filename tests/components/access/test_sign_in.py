"""The form of the shared secret."""

import asyncio
import re

import pytest
from starlette.requests import Request

from components.access import sign_in, signing

SECRET = "a long enough secret"


@pytest.fixture(autouse=True)
def secret(monkeypatch):
    sign_in._failures.clear()
    monkeypatch.setenv("ALAQAT_SECRET", SECRET)


def post(body, length=None, client="192.0.2.1", **headers):
    """The answer to a form."""
    given = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": str(len(body) if length is None else length),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    scope = {
        "type": "http", "method": "POST", "path": "/sign-in", "query_string": b"lang=en", "scheme": "http",
        "client": (client, 1), "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }  # fmt: skip

    async def receive():
        return {"type": "http.request", "body": body.encode(), "more_body": False}

    return asyncio.run(sign_in.sign_in(Request(scope, receive)))


def body_of(name="Salma", secret=SECRET):
    return f"name={name}&secret={secret.replace(' ', '+')}"


def test_the_right_secret_gives_a_cookie_that_scripts_and_other_sites_do_not_see():
    answer = post(body_of())
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert signing.name_of(cookie.split("=", 1)[1].split(";")[0], SECRET) == "Salma"
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie


def test_the_form_asks_for_a_name_and_a_secret_of_bounded_length():
    form = post(body_of(secret="wrong")).body.decode()
    fields = re.findall('<input name="(.*?)" type="(.*?)" required maxlength="(.*?)">', form)
    assert fields == [
        ("name", "text", str(signing.LONGEST_NAME)),
        ("secret", "password", "200"),
    ]


def test_behind_tls_the_cookie_is_for_tls_only():
    assert "Secure" in post(body_of(), x_forwarded_proto="https").headers["set-cookie"]


@pytest.mark.parametrize("body", [body_of(secret="wrong"), body_of(name=""), "", "name=a&name=b"])
def test_anything_else_gives_none(body):
    answer = post(body)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_after_ten_failures_an_address_waits_and_others_do_not(monkeypatch):
    for _ in range(sign_in.ATTEMPTS):
        post(body_of(secret="wrong"))
    assert post(body_of()).status_code == 429
    assert post(body_of(), client="192.0.2.2").status_code == 303
    monkeypatch.setattr(sign_in, "MINUTE", 0.0)
    assert post(body_of()).status_code == 303


@pytest.mark.parametrize("length", [5_000, "many", ""])
def test_a_long_form_is_not_read(length):
    assert post(body_of(), length=length).status_code == 413


def test_without_a_secret_nobody_signs_in(monkeypatch):
    monkeypatch.setenv("ALAQAT_SECRET", "")
    assert post(body_of(secret="")).status_code == 403


def test_a_name_is_no_html():
    answer = post(body_of(name="<b>"))
    assert answer.status_code == 303
    assert b"<b>" not in answer.body


def test_signing_out_takes_the_cookie_back():
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/sign-out",
        "query_string": b"",
        "headers": [],
    }
    answer = asyncio.run(sign_in.sign_out(Request(scope)))
    assert 'alaqat_editor=""' in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]


def test_who_has_signed_in_finds_the_way_out():
    cookie = f"{signing.COOKIE}={signing.cookie_of('Salma', SECRET)}"
    scope = {"type": "http", "method": "GET", "path": "/sign-in", "query_string": b"lang=en"}
    for headers, is_inside in (([(b"cookie", cookie.encode())], True), ([], False)):
        answer = asyncio.run(sign_in.show(Request({**scope, "headers": headers})))
        assert (b'action="./sign-out' in answer.body) is is_inside
