"""Streamlit's login against an identity provider on loopback: its claims say who finds the forms."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bench.sessions import Session
from tests.pages.sample import publish
from tests.slow.running_server import buttons, connected, serving

pytestmark = pytest.mark.skipif(
    not find_spec("authlib"), reason="requirements-login.txt is not installed"
)
CLIENT = "alaqat"
FORM = "Preview"
SECRETS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "only for tests"
client_id = "alaqat"
client_secret = "only for tests"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


class Provider(ThreadingHTTPServer):
    """An identity provider that signs in everybody, with the `claims` of the moment."""

    def __init__(self) -> None:
        from joserfc.jwk import RSAKey  # noqa: PLC0415  of requirements-login.txt

        super().__init__(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self.claims: dict[str, object] = {}
        self.nonce = ""

    def token(self) -> str:
        """A signed token of the claims."""
        from joserfc import jwt  # noqa: PLC0415  of requirements-login.txt

        now = int(time.time())
        who = {"iss": self.address, "aud": CLIENT, "sub": "1", "nonce": self.nonce}
        claims = {**who, "iat": now, "exp": now + 600, **self.claims}
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)


class Answers(BaseHTTPRequestHandler):
    """What the provider answers: where its parts are, its key, a code, a token."""

    server: Provider

    def do_GET(self):  # noqa: D102
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self.server.nonce = asked["nonce"]
            answer = urlencode({"code": "code", "state": asked["state"]})
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri']}?{answer}")
            self.end_headers()
        elif parts.path == "/jwks":
            self.answer({"keys": [self.server.key.as_dict(private=False)]})
        else:
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token"}
            places |= {"jwks_uri": "jwks"}
            address = self.server.address
            found = {name: f"{address}/{path}" for name, path in places.items()}
            self.answer({"issuer": address, **found})

    def do_POST(self):  # noqa: D102
        self.rfile.read(int(self.headers["Content-Length"]))
        token = {"access_token": "x", "token_type": "Bearer", "expires_in": 600}
        self.answer({**token, "id_token": self.server.token()})

    def answer(self, body):
        """Answer with JSON."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def provider():
    with Provider() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def server(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("login")
    publish(folder / "store")
    secrets = folder / "secrets.toml"
    policy = {"ALAQAT_EDITORS": "salma@example.org", "ALAQAT_EDITOR_CLAIM": "roles=editor"}
    with serving(folder / "store", f"--secrets.files={secrets}", **policy) as address:
        secrets.write_text(SECRETS.format(address=address, provider=provider.address))
        yield address


def signed_in(server):
    """The cookies after a click on the button that signs in."""
    (button,) = [
        one for label, one in buttons(server, "sources").items() if label.startswith("Sign in")
    ]
    with Session(server, "sources") as session:
        session.run("lang=en")
        session.run("lang=en", **{button: True})
        address = f"{server}{session.redirect}"
    cookies: dict[str, str] = {}
    with connected() as pool:
        # what every browser asks, the login, the provider, back with a code
        for _ in range(4):
            answer = pool.request(
                "GET",
                address if cookies else f"{server}/_stcore/health",
                headers={"Cookie": as_header(cookies)},
                redirect=False,
            )
            address = answer.headers.get("location", address)
            for line in answer.headers.getlist("set-cookie"):
                name, _, value = line.partition(";")[0].partition("=")
                cookies[name] = value.strip('"')
    return {name: value for name, value in cookies.items() if value}


def as_header(cookies):
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


@pytest.mark.parametrize(
    ("claims", "is_editor"),
    [
        ({"email": "Salma@example.org", "email_verified": True}, True),
        ({"email": "salma@example.org", "email_verified": False}, False),
        ({"email": "eve@example.org", "email_verified": True}, False),
        ({"email": "eve@example.org", "roles": ["editor"]}, True),
        ({"email": "eve@example.org", "roles": ["reader"]}, False),
    ],
)
def test_the_claims_of_a_login_say_who_finds_the_forms(server, provider, claims, is_editor):
    provider.claims = claims
    cookies = signed_in(server)
    assert "_streamlit_user" in cookies
    found = buttons(server, "sources", xsrf=cookies["_streamlit_xsrf"], Cookie=as_header(cookies))
    assert (FORM in found) == is_editor


def test_the_cookie_alone_signs_nobody_in(server, provider):
    provider.claims = {"email": "salma@example.org"}
    assert FORM not in buttons(server, "sources", Cookie=as_header(signed_in(server)))


def test_a_token_of_another_provider_signs_nobody_in(server, provider):
    provider.claims = {"email": "salma@example.org", "iss": "http://evil.example"}
    assert "_streamlit_user" not in signed_in(server)
