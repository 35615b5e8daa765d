# ruff: noqa: S104 - addresses are tried, none is bound
from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import zlib
from ipaddress import ip_address
from threading import Event

import certifi
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alaqat.ingest.net import transport
from alaqat.ingest.net.fetch import Fetcher, Validators
from alaqat.ingest.net.safe_url import LinkRefused, display_url, is_public, parse_link
from alaqat.model.errors import ArticleRefused
from tests.ingest.conftest import PAGE, World, dripping, dripping_headers, endless, packed, silent


def refusal(fetcher, url, **options):
    with pytest.raises(LinkRefused) as caught:
        fetcher.fetch(url, **options)
    return caught.value


# What comes back


def test_a_page_comes_with_its_type_charset_and_validators(server, fetcher):
    found = fetcher.fetch(
        server.page("/a", ETag='"1"', Last_Modified="Thu, 27 Oct 2022 08:00:00 GMT")
    )
    assert (found.status, found.body.decode(), found.content_type, found.charset) == (
        200,
        PAGE,
        "text/html",
        "utf-8",
    )
    assert found.validators == Validators('"1"', "Thu, 27 Oct 2022 08:00:00 GMT")
    assert found.url == server.url("/a")


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())),
        ("x-gzip", packed(PAGE.encode())),
    ],
)
def test_a_packed_page_is_unpacked(server, fetcher, coding, body):
    assert fetcher.fetch(server.page("/a", body, Content_Encoding=coding)).body.decode() == PAGE


def test_a_chunked_page_is_put_together(server, fetcher):
    def chunked(handler):
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")

    server.answers["/a"] = chunked
    assert fetcher.fetch(server.url("/a")).body == b"abcde"


def test_nothing_new_is_304_without_a_body(server, fetcher):
    server.page("/a", b"", status=304)
    found = fetcher.fetch(
        server.url("/a"), validators=Validators('"1"', "Thu, 27 Oct 2022 08:00:00 GMT")
    )
    assert (found.status, found.body) == (304, b"")
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert server.asked[-1][1]["If-Modified-Since"] == "Thu, 27 Oct 2022 08:00:00 GMT"


def test_a_validator_cannot_bring_a_header_of_its_own(server, fetcher):
    fetcher.fetch(server.page("/a"), validators=Validators('"1"\r\nCookie: a=b', "x\ny"))
    assert not {"Cookie", "If-None-Match", "If-Modified-Since"} & set(server.asked[-1][1])


def test_who_asks_is_named_and_nothing_of_this_machine_is_sent(
    server, fetcher, monkeypatch, tmp_path
):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine news.test login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    fetcher.fetch(server.page("/a", Set_Cookie="id=1"))
    fetcher.fetch(server.url("/a"))
    headers = server.asked[-1][1]
    assert headers["User-Agent"].startswith("Alaqat/")
    assert headers["Host"] == f"news.test:{server.port}"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize(
    "header",
    [
        "text/html; charset=no-such",
        "text/html; charset=",
        "TEXT/HTML;;",
        "text/html; charset*=x''y",
    ],
)
def test_a_wrong_charset_is_no_charset(server, fetcher, header):
    found = fetcher.fetch(server.page("/a", content_type=header))
    assert (found.content_type, found.charset) == ("text/html", None)


def test_a_type_that_is_not_said_is_told_by_the_first_bytes(server, fetcher):
    server.answers["/a"] = (200, {}, b"\xef\xbb\xbf <?xml version='1.0'?><rss/>")
    server.answers["/b"] = (200, {}, b"GIF89a")
    assert fetcher.fetch(server.url("/a")).content_type == "application/xml"
    assert "does not say of what type it is" in str(refusal(fetcher, server.url("/b")))


# Redirects


def test_redirects_are_followed_to_the_page(server, fetcher):
    server.moved("/a", "/b", 301)
    server.moved("/b", server.url("/c", "other.test"), 307)
    server.page("/c")
    assert fetcher.fetch(server.url("/a")).url == server.url("/c", "other.test")


def test_a_redirect_to_raw_arabic_is_read_as_utf8(server, fetcher):
    server.moved("/a", "/خبر".encode().decode("latin-1"))
    server.page("/%D8%AE%D8%A8%D8%B1")
    assert fetcher.fetch(server.url("/a")).body.decode() == PAGE


def test_a_redirect_loop_ends(server, fetcher):
    found = refusal(fetcher, server.moved("/a", "/a"))
    assert found.kind == "loop"
    assert str(found) == f"{server.url('/a')}: leads from link to link, more than 5 times"
    assert len(server.paths) == 6


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("http://127.0.0.1:1/", "address"),
        ("http://169.254.169.254/latest/meta-data/", "address"),
        ("http://10.1.2.3/", "address"),
        ("//192.168.0.1/", "address"),
        ("http://[::1]/", "address"),
        ("http://inside.test/", "address"),
        ("file:///etc/passwd", "link"),
        ("ftp://news.test/a", "link"),
        ("http://me:secret@news.test/", "link"),
        ("http://[", "link"),
        ("gopher://127.0.0.1:11211/_stats", "link"),
        ("", "broken"),
    ],
)
def test_every_redirect_is_checked_again(server, world, fetcher, target, kind):
    world.names["inside.test"] = ["10.0.0.7"]
    found = refusal(fetcher, server.moved("/a", target))
    assert found.kind == kind
    assert "secret" not in str(found)
    assert set(world.connected) == {("127.0.0.1", server.port)}


# Addresses


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
def test_no_address_of_a_private_network_is_asked(host):
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
def test_what_is_no_address_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "answer",
    [
        ["10.0.0.7"],
        ["127.0.0.1"],
        ["::1"],
        ["8.8.8.8", "10.0.0.7"],
        ["fe80::1"],
        ["::ffff:10.0.0.7"],
    ],
)
@pytest.mark.parametrize("host", ["inside.test", "inside.test."])
def test_a_name_that_leads_inside_is_not_followed(answer, host):
    world = World({"inside.test": answer})
    found = refusal(world.fetcher(), f"https://{host}/a")
    assert (
        str(found)
        == "https://inside.test/a: leads to this machine or a private network, where no link is followed"
    )
    assert not world.connected


def test_localhost_by_the_systems_own_look_up_is_not_followed():
    assert refusal(Fetcher(), "http://localhost:1/").kind == "address"


def test_this_machines_public_address_is_its_own(monkeypatch):
    assert transport.is_local_address("127.0.0.1", 80)
    assert not transport.is_local_address("203.0.113.9", 80)
    world = World({"self.test": ["8.8.8.8"]})
    network = transport.Network(
        world.allowed, world.resolve, world.connect, lambda address, port: True
    )
    assert refusal(Fetcher(network=network), "http://self.test/").kind == "address"
    assert not world.connected


def test_a_name_is_looked_up_once_and_the_connection_goes_to_the_checked_address():
    answers = iter([["8.8.8.8"], ["127.0.0.1"], ["127.0.0.1"]])
    world = World({})
    network = transport.Network(
        world.allowed, lambda host, port: next(answers), world.connect, lambda address, port: False
    )
    assert refusal(Fetcher(network=network), "http://rebinding.test/").kind == "refused"
    assert world.connected == [("8.8.8.8", 80)]


def test_an_allowed_address_is_allowed_at_its_port_only(server, fetcher):
    assert refusal(fetcher, "http://news.test:9/").kind == "address"
    assert refusal(fetcher, f"http://127.0.0.2:{server.port}/").kind == "address"


def test_an_address_that_does_not_answer_leaves_the_next_one(server, world, fetcher):
    world.names["two.test"] = ["8.8.8.8", "127.0.0.1"]
    server.page("/a")
    assert fetcher.fetch(server.url("/a", "two.test")).status == 200


# Links


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
def test_a_link_that_cannot_be_followed_is_told_why(url, sentence):
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
def test_a_password_in_a_link_is_refused_and_not_repeated(url):
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
def test_a_link_has_one_spelling(url, same):
    assert parse_link(url).url == same


def test_arabic_links_are_shown_in_letters_and_without_what_turns_the_line():
    assert display_url("https://news.test/%D8%AE%D8%A8%D8%B1") == "https://news.test/خبر"
    assert display_url("https://news.test/\u202e\n") == "https://news.test/??"
    assert len(display_url("https://news.test/" + "a" * 5000)) == 200


def test_a_host_in_arabic_is_asked_by_its_ascii_name(server, fetcher):
    server.page("/a")
    assert fetcher.fetch(f"http://خبرعاجل.test:{server.port}/a").status == 200
    assert server.asked[-1][1]["Host"] == f"xn--mgbbnfq2c8d.test:{server.port}"


# Answers that bring nothing


@pytest.mark.parametrize(
    ("status", "headers", "kind", "sentence"),
    [
        (401, {}, "closed", "is closed to us (401); it wants a password"),
        (403, {}, "closed", "is closed to us (403)"),
        (404, {}, "missing", "does not exist (404); check the link"),
        (410, {}, "missing", "exists no more (410)"),
        (418, {}, "status", "gives no page but the answer 418"),
        (204, {}, "status", "gives no page but the answer 204"),
        (304, {}, "status", "gives no page but the answer 304"),
        (429, {}, "wait", "asks us to wait (429)"),
        (429, {"Retry-After": "30"}, "wait", "asks us to wait (429, retry after 30 s)"),
        (429, {"Retry-After": "Thu, 27 Oct 2022 08:00:00 GMT"}, "wait", "asks us to wait (429, retry after 0 s)"),
        (429, {"Retry-After": "soon"}, "wait", "asks us to wait (429)"),
        (503, {"Retry-After": "7"}, "wait", "asks us to wait (503, retry after 7 s)"),
        (500, {}, "broken", "is out of order (500); try it again later"),
        (200, {"Content-Type": "image/png"}, "type", "is of type image/png; give a page, a feed, a PDF or text"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, "broken", "is packed in a way we did not ask for"),
        (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, "broken", "broke off, or gave an answer that cannot be read; try it again later"),
        (200, {"Content-Type": "text/html", "Content-Length": "99"}, "broken", "broke off, or gave an answer that cannot be read; try it again later"),
    ],
)  # fmt: skip
def test_an_answer_without_a_page_is_told_apart(server, fetcher, status, headers, kind, sentence):
    server.answers["/a"] = (status, headers, b"no gzip" if status == 200 else b"")
    found = refusal(fetcher, server.url("/a"))
    assert (found.kind, found.host) == (kind, "news.test")
    assert str(found) == f"{server.url('/a')}: {sentence}"


def test_an_answer_that_is_no_http_is_broken(server, fetcher):
    server.page("/robots.txt", "")
    server.answers["/a"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9\r\n")
    assert refusal(fetcher, server.url("/a")).kind == "broken"


def test_names_and_ports_that_nobody_has_are_told_apart(world, fetcher):
    world.names["closed.test"] = ["8.8.8.8"]
    assert (
        str(refusal(fetcher, "http://nobody.test/"))
        == "http://nobody.test/: not reachable: the name nobody.test is unknown"
    )
    assert (
        str(refusal(fetcher, "http://closed.test/"))
        == "http://closed.test/: not reachable: the connection was refused"
    )


def test_a_look_up_that_hangs_is_given_up(world):
    done = Event()
    network = transport.Network(
        resolve=lambda host, port: done.wait() and [], connect=world.connect
    )
    found = refusal(Fetcher(network=network, seconds=0.1), "http://slow.test/")
    done.set()
    assert str(found).endswith("the look-up of its name timed out")


def test_a_server_without_a_certificate_that_we_trust_is_not_read(server, world, fetcher):
    assert refusal(fetcher, f"https://news.test:{server.port}/").kind == "certificate"
    assert server.asked == []


@pytest.fixture
def secure(server, tmp_path, monkeypatch):
    """The server with a certificate for news.test that is trusted here."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=news.test",
    ]
    names = [
        "-addext",
        "subjectAltName=DNS:news.test",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    subprocess.run(["openssl", *command, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda _socket, name, _context: server.names.append(name)
    server.names, server.socket = [], context.wrap_socket(server.socket, server_side=True)
    transport.tls_context.cache_clear()
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    yield server
    transport.tls_context.cache_clear()


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="a certificate is made with openssl, which is not there"
)
def test_a_secure_page_is_read_by_name_although_the_connection_goes_to_an_address(secure, fetcher):
    secure.page("/a")
    assert fetcher.fetch(secure.url("/a").replace("http:", "https:")).body.decode() == PAGE
    assert set(secure.names) == {"news.test"}
    assert (
        refusal(fetcher, secure.url("/a", "other.test").replace("http:", "https:")).kind
        == "certificate"
    )


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="a certificate is made with openssl, which is not there"
)
def test_a_secure_answer_that_drips_is_given_up_in_time(secure, world):
    secure.answers["/a"] = dripping
    url = secure.url("/a").replace("http:", "https:")
    assert refusal(world.fetcher(seconds=0.5), url).kind == "slow"


@pytest.mark.parametrize("how", [dripping, dripping_headers, silent])
def test_slow_answers_are_given_up_in_time(server, world, how):
    server.answers["/a"] = how
    found = refusal(world.fetcher(seconds=0.5), server.url("/a"))
    assert str(found) == f"{server.url('/a')}: not reachable: timed out"


def test_an_endless_answer_is_cut_at_ten_megabytes(server, world):
    server.answers["/a"] = endless
    assert (
        str(refusal(world.fetcher(), server.url("/a")))
        == f"{server.url('/a')}: is larger than 10 MB"
    )


@pytest.mark.parametrize("times", [1, 2, 9])
def test_a_bomb_is_not_unpacked(server, world, times):
    body = packed(b"\0" * 40_000_000, times)
    server.page("/a", body, Content_Encoding=", ".join(["gzip"] * times))
    assert refusal(world.fetcher(), server.url("/a")).kind == ("size" if times < 6 else "broken")


# Politeness


def test_robots_are_asked_once_and_obeyed(server, fetcher):
    server.page("/robots.txt", "\ufeffUser-agent: *\nDisallow: /private", content_type="text/plain")
    server.page("/a")
    fetcher.fetch(server.url("/a"))
    found = refusal(fetcher, server.url("/private/b"))
    assert str(found) == f"{server.url('/private/b')}: refused by the robots.txt of news.test"
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


def test_rules_for_this_project_by_name_are_obeyed(server, fetcher):
    server.page(
        "/robots.txt",
        "User-agent: alaqat\nDisallow: /\n\nUser-agent: *\nAllow: /",
        content_type="text/plain",
    )
    assert refusal(fetcher, server.url("/a")).kind == "robots"


def test_wildcards_in_robots_are_obeyed(server, fetcher):
    server.page(
        "/robots.txt",
        "User-agent: *\nDisallow: /*/print$\nDisallow: /search*q=\nAllow: /search*q=news",
        content_type="text/plain",
    )
    for path in ("/2022/a/print", "/search?page=1&q=x"):
        assert refusal(fetcher, server.url(path)).kind == "robots"
    for path in ("/2022/a/print/2", "/search?q=news"):
        assert fetcher.fetch(server.page(path)).status == 200


def test_a_redirect_does_not_lead_around_robots(server, fetcher):
    server.page("/robots.txt", "User-agent: *\nDisallow: /private", content_type="text/plain")
    server.page("/private")
    assert refusal(fetcher, server.moved("/a", "/private")).kind == "robots"
    assert server.paths == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_robots_all_is_allowed(server, fetcher, status):
    server.page("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert fetcher.fetch(server.page("/a")).status == 200


def test_robots_that_cannot_be_read_forbid_all(server, fetcher):
    server.page("/robots.txt", "", status=500)
    found = refusal(fetcher, server.page("/a"))
    assert str(found).endswith(
        "needs the host's robots.txt, which is out of order (500); try it again later"
    )
    assert server.paths == []


def test_robots_without_end_are_cut_and_read(server, fetcher):
    server.page(
        "/robots.txt",
        b"User-agent: *\nDisallow: /private\n" + b"#" * 600_000,
        content_type="image/png",
    )
    assert refusal(fetcher, server.url("/private")).kind == "robots"


def test_links_of_one_host_are_spaced(server, world, fetcher):
    for path in ("/a", "/b", "/c"):
        fetcher.fetch(server.page(path))
    fetcher.fetch(server.url("/a", "other.test"))
    assert world.waited == [1, 1]


@pytest.mark.parametrize(
    ("asked", "delay"), [("4", 4), ("86400", 10), ("0", 1), ("-5", 1), ("x", 1)]
)
def test_a_hosts_own_pause_is_kept_up_to_ten_seconds(server, world, fetcher, asked, delay):
    server.page(
        "/robots.txt",
        f"User-agent: *\nCrawl-delay: {asked}\nDisallow: /x",
        content_type="text/plain",
    )
    fetcher.fetch(server.page("/a"))
    fetcher.fetch(server.url("/a"))
    assert world.waited == [delay]


def test_a_host_that_asks_us_to_wait_is_left_alone(server, fetcher):
    server.page("/a", status=429, Retry_After="30")
    server.page("/b")
    assert refusal(fetcher, server.url("/a")).wait == 30
    assert str(refusal(fetcher, server.url("/b"))).endswith(
        "/b: asks us to wait (429, retry after 30 s)"
    )
    assert server.paths == ["/a"]
    assert fetcher.fetch(server.url("/b", "other.test")).status == 200


# Anything at all

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


def plain_public(address):
    """The standard library's word on it, asked apart from our own."""
    found = ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return inner.is_global and not (inner.is_private or inner.is_multicast or inner.is_reserved)


@given(URLS)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_link_at_all_leads_inside_or_breaks(url):
    world = World(
        {"localhost": ["127.0.0.1"], "inside.test": ["10.0.0.7"], "127.0.0.1": ["127.0.0.1"]}
    )
    with pytest.raises(ArticleRefused) as caught:
        world.fetcher().fetch(url)
    assert len(str(caught.value)) < 600
    assert all(plain_public(address) for address, _ in world.connected)


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 302 Found\r\nLocation: ",
            b"HTTP/1.1 200 OK\r\nContent-Type: ",
        ]
    ),
)
@settings(max_examples=150, deadline=None)
def test_no_answer_at_all_breaks(answer, start):
    class Mock(World):
        def connect(self, address, port, seconds):
            ours, theirs = socket.socketpair()
            with theirs:
                theirs.sendall(start + answer + b"\r\n\r\n")
            return ours

    try:
        found = Mock({"news.test": ["8.8.8.8"]}).fetcher(seconds=0.5).fetch("http://news.test/")
    except LinkRefused:
        return
    assert found.status in {200, 304}
