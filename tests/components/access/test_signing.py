"""The cookie of an editor can be neither forged nor used for ever."""

import pytest
from itsdangerous import TimestampSigner

from components.access import signing

SECRET = "a long enough secret"


def test_a_cookie_gives_its_name():
    assert signing.name_of(signing.cookie_of("سلمى", SECRET), SECRET) == "سلمى"


@pytest.mark.parametrize("cookie", [None, "", "x", "a.b.c", "IlNhbG1hIg.awyUuQ.AAAA"])
def test_what_is_no_cookie_gives_no_name(cookie):
    assert signing.name_of(cookie, SECRET) is None


def test_a_cookie_of_another_secret_or_with_another_name_gives_no_name():
    cookie = signing.cookie_of("Salma", SECRET)
    assert signing.name_of(cookie, f"{SECRET}!") is None
    _, rest = cookie.split(".", 1)
    assert signing.name_of(f"IkV2ZSI.{rest}", SECRET) is None


def test_a_cookie_ends_after_its_hours(monkeypatch):
    cookie, now = signing.cookie_of("Salma", SECRET), TimestampSigner("x").get_timestamp()
    for hours, name in ((signing.HOURS - 1, "Salma"), (signing.HOURS + 1, None)):
        later = now + hours * 3600
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _, later=later: later)
        assert signing.name_of(cookie, SECRET) == name


def test_secrets_are_compared_whole():
    assert signing.is_secret("سر طويل بما يكفي", "سر طويل بما يكفي")
    assert not signing.is_secret("سر", "سر طويل بما يكفي")
