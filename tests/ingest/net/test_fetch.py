from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import zlib
from threading import Event

import certifi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat.ingest.net import transport
from alaqat.ingest.net.fetch import Fetcher, Validators
from alaqat.ingest.net.safe_url import LinkRefused
from tests.ingest.conftest import (
    PAGE,
    World,
    dripping,
    dripping_headers,
    endless,
    packed,
    refusal,
    silent,
)

# Responses


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


def test_the_user_agent_is_sent_and_nothing_of_this_machine(server, fetcher, monkeypatch, tmp_path):
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


def test_a_missing_type_is_sniffed(server, fetcher):
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


def test_a_public_address_of_this_machine_is_refused(monkeypatch):
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


def test_a_host_in_arabic_is_asked_by_its_ascii_name(server, fetcher):
    server.page("/a")
    assert fetcher.fetch(f"http://خبرعاجل.test:{server.port}/a").status == 200
    assert server.asked[-1][1]["Host"] == f"xn--mgbbnfq2c8d.test:{server.port}"


# Errors


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


def test_unknown_names_and_closed_ports_have_their_own_errors(world, fetcher):
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
