"""A running server: each way to write is tried without rights, and once with them."""

import pytest

from alaqat.store import journal
from bench.sessions import Refused, Session
from components.access import signing
from tests.pages.sample import publish
from tests.slow.running_server import buttons, connected, serving

SECRET = "a long enough secret"
FORMS = {"Preview", "Record", "undo", "Rebuild now", "Take out"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("store")
    publish(root)
    return root


@pytest.fixture(scope="module")
def server(store):
    with serving(store, ALAQAT_SECRET=SECRET) as address:
        yield address


def post(address, path, headers=(), **fields):
    """The status and the cookie of the answer."""
    with connected() as pool:
        answer = pool.request_encode_body(
            "POST",
            f"{address}{path}",
            fields,
            dict(headers),
            encode_multipart=False,
            redirect=False,
        )
        return answer.status, answer.headers.get("set-cookie", "").partition(";")[0]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Cookie": f"{signing.COOKIE}=IkV2ZSI.awyUuQ.forged"},
        {"Cookie": f"{signing.COOKIE}={signing.cookie_of('Eve', 'another long secret')}"},
        {"Cookie": "_streamlit_user=eyJlbWFpbCI6ImEifQ"},
        {"x-alaqat-local": "1"},
        {"x-alaqat-editor": "Eve"},
    ],
    ids=["nothing", "forged", "other secret", "forged login", "local header", "editor header"],
)
@pytest.mark.parametrize("page", ["sources", "correct"])
def test_who_has_not_signed_in_finds_no_form(server, page, headers):
    assert not FORMS & set(buttons(server, page, **headers))


def test_who_signs_in_finds_the_forms_and_a_stolen_link_takes_nothing_along(server):
    status, cookie = post(server, "/sign-in", name="Salma", secret=SECRET)
    assert status == 303
    found = buttons(server, "sources", Cookie=cookie)
    assert "Preview" in found
    assert "Preview" not in buttons(server, "sources")
    assert "Preview" not in buttons(server, "sources", clicked=found["Preview"])


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"name": "Eve", "secret": "wrong"}, 403), ({"name": "  ", "secret": SECRET}, 403), ({}, 403)],
)
def test_a_wrong_secret_gives_no_cookie(server, fields, status):
    assert post(server, "/sign-in", **fields) == (status, "")


@pytest.mark.parametrize("origin", ["http://127.0.0.1:9", "http://evil.example", "null"])
def test_a_foreign_page_opens_no_session_and_signs_nobody_in(server, origin):
    _, cookie = post(server, "/sign-in", name="Salma", secret=SECRET)
    assert post(server, "/sign-in", {"Origin": origin}, name="Eve", secret=SECRET) == (403, "")
    with pytest.raises(Refused), Session(server, headers={"Cookie": cookie}, origin=origin):
        pass


def test_a_removed_session_id_gives_no_rights(server):
    """A session that a thief takes over by its id has the thief's rights."""
    assert "Preview" not in buttons(
        server, "sources", **{"Sec-WebSocket-Protocol": "streamlit, x, 0-0-0"}
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
def test_an_upload_without_rights_is_refused(server, method):
    target = f"{server}/_stcore/upload_file/session/file"
    with connected() as pool:
        assert pool.request(method, target, body=b"x" * 1_000_000).status in (403, 405, 413)


def test_read_only_hides_the_forms_from_the_local_user(store):
    before = len(journal.entries(store))
    with serving(store, ALAQAT_READ_ONLY="1") as address:
        assert not FORMS & set(buttons(address, "sources"))
        assert post(address, "/sign-in", name="Salma", secret="")[1] == ""
    assert len(journal.entries(store)) == before
