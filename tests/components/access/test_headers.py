"""Every answer carries the security headers."""

import asyncio

import pytest

from components.access.headers import EMBEDDED, SecurityHeaders


def answered(host, *own, path="/"):
    """The headers of an answer by name; `own` are those that the application gives."""

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": list(own)})

    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": path, "headers": [(b"host", host.encode())]}
    asyncio.run(SecurityHeaders(app)(scope, None, send))
    return dict(sent[0]["headers"])


def test_a_page_connects_to_its_own_host_only():
    policy = answered("localhost:8501")[b"content-security-policy"].decode()
    connections = next(part for part in policy.split("; ") if part.startswith("connect-src"))
    assert connections == "connect-src 'self' ws://localhost:8501 wss://localhost:8501"
    assert "frame-ancestors 'self'" in policy
    assert "object-src 'none'" in policy


def test_the_headers_replace_those_of_the_application_and_leave_others():
    headers = answered("localhost", (b"Referrer-Policy", b"unsafe-url"), (b"etag", b"1"))
    assert headers[b"referrer-policy"] == b"same-origin"
    assert b"Referrer-Policy" not in headers
    assert headers[b"etag"] == b"1"
    assert headers[b"x-content-type-options"] == b"nosniff"


@pytest.mark.parametrize(
    ("listed", "parents"),
    [
        ("", "'self'"),
        (
            "https://news.example/, *.lab.example:8443",
            "'self' https://news.example *.lab.example:8443",
        ),
        ("x;script-src *, https://a/b, ''", "'self'"),
    ],
)
def test_only_listed_servers_show_the_embedded_timeline(monkeypatch, listed, parents):
    monkeypatch.setenv("ALAQAT_EMBED_PARENTS", listed)
    policy = answered("localhost", path=EMBEDDED)[b"content-security-policy"].decode()
    assert policy.endswith(f"frame-ancestors {parents}")
    assert "default-src 'none'" in policy
    assert answered("localhost")[b"content-security-policy"].endswith(b"frame-ancestors 'self'")
