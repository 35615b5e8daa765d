"""URL checks against SSRF: no request to this machine or a private network."""

# ruff: noqa: S104 - addresses are tried, none is bound
from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alaqat.ingest.net.safe_url import display_url, is_public, parse_link
from alaqat.model.errors import ArticleRefused
from tests.ingest.conftest import World, refusal


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "0", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "127.0.0.1.", "8.8.8.8.8",
        "134744072", "0x08080808", "[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:0a00:1]", "[::127.0.0.1]",
        "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[fec0::1]", "[2001:db8::1]", "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[100::1]",
    ],
)  # fmt: skip
def test_no_private_address_is_connected_to(host):
    world = World({})
    assert refusal(world.fetcher(), f"http://{host}/").kind == "address"
    assert not world.connected
    assert not world.looked_up


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "2606:4700::6810:84e5", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address", ["", "localhost", "fe80::1%eth0", "2606:4700::1%1", "1.2.3", "08.8.8.8"]
)
def test_an_invalid_address_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("file:///etc/passwd", "links that begin with file: are not followed; give one that begins with https://"),
        ("ftp://news.test/a", "links that begin with ftp: are not followed; give one that begins with https://"),
        ("javascript:alert(1)", "links that begin with javascript: are not followed; give one that begins with https://"),
        ("news.test/a", "is no link; write it out, beginning with https://"),
        ("news.test:80/a", "is no link; write it out, beginning with https://"),
        ("//news.test/a", "is no link; write it out, beginning with https://"),
        ("", "is no link; write it out, beginning with https://"),
        ("http://", "is no valid link; check the name of its host"),
        ("http:///a", "is no valid link; check the name of its host"),
        ("http://news.test:0/", "is no valid link; check its spelling"),
        ("http://news.test:99999/", "is no valid link; check its spelling"),
        ("http://news..test/", "is no valid link; check the name of its host"),
        ("http://١٢٧.٠.٠.١/", "is no valid link; check its spelling"),
        ("http://[::1/", "is no valid link; check its spelling"),
        ("http://[fe80::1%25eth0]/", "leads to this machine or a private network, where no link is followed"),
        ("http://" + "a" * 64 + ".test/", "is no valid link; check the name of its host"),
        ("https://news.test/" + "a" * 2000, "is longer than 2,000 characters; give a shorter link"),
    ],
)  # fmt: skip
def test_an_invalid_url_is_refused_with_the_reason(url, sentence):
    world = World({})
    assert str(refusal(world.fetcher(), url)).endswith(sentence)
    assert not world.connected


@pytest.mark.parametrize(
    "url",
    [
        "http://me:secret@news.test/",
        "http://secret@news.test/",
        "http://:secret@[::1]/",
        "http://@news.test/",
        "ftp://me:secret@news.test/",
    ],
)
def test_credentials_are_refused_and_not_repeated(url):
    found = refusal(World({}).fetcher(), url)
    assert found.kind == "link"
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTP://News.Test./a#b", "http://news.test/a"),
        ("https://news.test:443", "https://news.test/"),
        ("  https://news.test/a b?x=ي ", "https://news.test/a%20b?x=%D9%8A"),
        ("http://خبرعاجل.test/", "http://xn--mgbbnfq2c8d.test/"),
        ("http://[2606:4700:0::1]:8080/", "http://[2606:4700::1]:8080/"),
        ("http://8.8.8.8/\\@10.0.0.1/", "http://8.8.8.8/%5C@10.0.0.1/"),
    ],
)  # fmt: skip
def test_urls_are_normalised(url, same):
    assert parse_link(url).url == same


def test_urls_are_displayed_decoded_and_printable():
    assert display_url("https://news.test/%D8%AE%D8%A8%D8%B1") == "https://news.test/خبر"
    assert display_url("https://news.test/\u202e\n") == "https://news.test/??"
    assert len(display_url("https://news.test/" + "a" * 5000)) == 200


HOSTS = st.one_of(
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(lambda address: f"[{address}]"),
    st.integers(0, 2**32).map(str),
    st.integers(0, 2**32).map(hex),
    st.from_regex(
        r"(0[0-7]{0,3}|0x[0-9a-f]{0,2}|\d{1,3})(\.(0[0-7]{0,3}|0x[0-9a-f]{0,2}|\d{1,3})){0,3}\.?",
        fullmatch=True,
    ),
    st.sampled_from(
        [
            "localhost",
            "LOCALHOST.",
            "inside.test",
            "ｌocalhost",
            "127。0。0。1",
            "[::ffff:127.0.0.1]",
            "127.0.0.1%2f",
            "127.0.0.1%00.test",
        ]
    ),
    st.text(max_size=20),
)


URLS = st.one_of(
    st.text(max_size=60),
    st.builds("{}{}{}{}{}".format, st.sampled_from(["http://", "https://", "HTTP:\\\\", "http:/", "ftp://", "http://a@", "http:// "]), HOSTS,
              st.sampled_from(["", ":80", ":0", ":-1", ":65536", ":x", "#@8.8.8.8", "\\@8.8.8.8"]), st.sampled_from(["", "/", "?", "//[", "/%"]), st.text(max_size=10)),
)  # fmt: skip


def is_public_by_library(address):
    """True if the standard library alone calls the address public."""
    found = ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return inner.is_global and not (inner.is_private or inner.is_multicast or inner.is_reserved)


@given(URLS)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_url_leads_to_a_private_address(url):
    world = World(
        {"localhost": ["127.0.0.1"], "inside.test": ["10.0.0.7"], "127.0.0.1": ["127.0.0.1"]}
    )
    with pytest.raises(ArticleRefused) as caught:
        world.fetcher().fetch(url)
    assert len(str(caught.value)) < 600
    assert all(is_public_by_library(address) for address, _ in world.connected)
