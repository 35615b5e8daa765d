"""Which hosts and origins are accepted."""

import pytest

from components.access.origins import host_name, is_allowed_host, is_same_origin

HOSTS = ["localhost", "127.0.0.1", "::1", "*.archive.example"]


@pytest.mark.parametrize(
    "host",
    ["localhost:8501", "LOCALHOST", "127.0.0.1:1", "[::1]:8501", "[::1]", "a.archive.example", "localhost.:80"],
)  # fmt: skip
def test_a_host_of_the_list_is_accepted(host):
    assert is_allowed_host(host, HOSTS)


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "localhost.evil.example", "evil.example#localhost", "localhost/x",
     "user@localhost", "localhost:99999", "localhost:x", "archive.example", "evilarchive.example", "::1"],
)  # fmt: skip
def test_any_other_host_is_refused(host):
    assert not is_allowed_host(host, HOSTS)


def test_brackets_of_an_address_may_stand_in_the_list():
    assert is_allowed_host("[::1]:8501", ["[::1]"])
    assert host_name("[::1]:8501") == "::1"


@pytest.mark.parametrize(
    ("origin", "host"),
    [(None, "localhost:8501"), ("http://localhost:8501", "localhost:8501"), ("http://a.example", "a.example:80"),
     ("https://a.example", "a.example"), ("https://A.example:443", "a.example"), ("http://[::1]:8501", "[::1]:8501")],
)  # fmt: skip
def test_a_page_of_this_server_is_of_its_origin(origin, host):
    assert is_same_origin(origin, host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [("http://localhost:9999", "localhost:8501"), ("http://127.0.0.1:8501", "localhost:8501"), ("null", "localhost"),
     ("", "localhost"), ("http://localhost", "localhost:8501"), ("https://a.example", "a.example:80"),
     ("http://localhost:8501@evil.example", "localhost:8501"), ("http://localhost:8501.evil.example", "localhost:8501"),
     ("file://localhost", "localhost"), ("http://localhost:8501/", "localhost:8502"), ("http://a.example", None)],
)  # fmt: skip
def test_any_other_page_is_foreign(origin, host):
    assert not is_same_origin(origin, host)
