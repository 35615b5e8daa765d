"""Who may write, by settings and visit."""

import getpass

import pytest

from components.access import signing
from components.access.policy import Policy, Visit, is_loopback

SECRET = "a long enough secret"
LOCAL = Visit(is_local=True)
SALMA = {"is_logged_in": True, "email": "Salma@example.org", "email_verified": True}


def policy(monkeypatch, **variables):
    for name in ("READ_ONLY", "SECRET", "EDITORS", "EDITOR_CLAIM"):
        monkeypatch.setenv(f"ALAQAT_{name}", variables.get(name, ""))
    return Policy.from_env()


def test_without_settings_only_the_local_user_writes(monkeypatch):
    given = policy(monkeypatch)
    assert given.editor(LOCAL).has_signed_in is False
    assert given.editor(Visit()) is None


@pytest.mark.parametrize("value", ["1", "yes", "TRUE"])
def test_read_only_holds_for_everybody(monkeypatch, value):
    given = policy(monkeypatch, READ_ONLY=value, SECRET=SECRET, EDITORS="salma@example.org")
    visit = Visit(is_local=True, cookie=signing.cookie_of("Salma", SECRET), user=SALMA)
    assert given.editor(visit) is None


@pytest.mark.parametrize("value", ["0", "no", "False", ""])
def test_read_only_can_be_switched_off(monkeypatch, value):
    assert policy(monkeypatch, READ_ONLY=value).editor(LOCAL)


def test_a_secret_is_asked_of_the_local_user_too(monkeypatch):
    given = policy(monkeypatch, SECRET=SECRET)
    assert given.editor(LOCAL) is None
    editor = given.editor(Visit(cookie=signing.cookie_of("Salma", SECRET)))
    assert (editor.name, editor.has_signed_in) == ("Salma", True)


def test_a_short_secret_opens_nothing(monkeypatch):
    given = policy(monkeypatch, SECRET="short")
    assert given.editor(Visit(is_local=True, cookie=signing.cookie_of("Salma", "short"))) is None


def test_a_user_of_the_list_writes_under_their_address(monkeypatch):
    given = policy(monkeypatch, EDITORS="omar@example.org, SALMA@example.org")
    assert given.editor(Visit(user=SALMA)).name == "salma@example.org"
    assert given.editor(LOCAL) is None


@pytest.mark.parametrize(
    "change",
    [{"is_logged_in": False}, {"email": "eve@example.org"}, {"email_verified": False}],
)
def test_a_user_who_is_not_on_the_list_reads(monkeypatch, change):
    given = policy(monkeypatch, EDITORS="salma@example.org")
    assert given.editor(Visit(user=SALMA | change)) is None


@pytest.mark.parametrize("roles", ["editor", ["reader", "editor"]])
def test_a_claim_makes_an_editor(monkeypatch, roles):
    given = policy(monkeypatch, EDITOR_CLAIM="roles=editor")
    assert given.editor(Visit(user=SALMA | {"roles": roles}))
    assert given.editor(Visit(user=SALMA | {"roles": "editors"})) is None
    assert given.editor(Visit(user=SALMA)) is None


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("::1", True), ("[::1]", True), ("localhost", True), ("127.9.9.9", True),
     ("192.0.2.1", False), ("10.0.0.1", False), ("localhost.evil.example", False), ("", False)],
)  # fmt: skip
def test_what_is_this_machine(host, expected):
    assert is_loopback(host) is expected


def test_a_machine_without_users_has_a_local_one(monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert policy(monkeypatch).editor(LOCAL).name == "local"
