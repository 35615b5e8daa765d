"""A permanent link leads to its event or quote, gives it to programs, and explains itself without it."""

from __future__ import annotations

import html

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from alaqat import store as store_of
from alaqat.store.schema import FRAMES
from components.server import permanent_links
from tests import builders

AS_JSON = {"accept": "application/json"}
ENGLISH = {"accept-language": "en-GB,en", "accept": "text/html,*/*"}


@pytest.fixture
def follow(store):
    """`follow("/e/…", headers=…)`: the answer to a permanent link, its redirection not followed."""
    client = TestClient(
        Starlette(routes=permanent_links.ROUTES), "https://alaqat.example", follow_redirects=False
    )
    return client.get


def first(table):
    """The first row of a table of the store."""
    return store_of.read(store_of.latest(), table).iloc[0]


def republish(root, changed, version="newer"):
    """Publish the frames of the latest build with changes: `changed(name, frame)`."""
    now = store_of.latest()
    frames = {name: changed(name, store_of.read(now, name)) for name in FRAMES}
    return store_of.publish(frames, root=root, version=version, built="2026-01-01T00:00:00")


@pytest.mark.parametrize(
    ("kind", "table", "page"), [("e", "events", "timeline"), ("q", "quotes", "quotes")]
)
def test_a_link_leads_to_the_view_that_shows_its_record(follow, kind, table, page):
    identity = first(table).iloc[0]
    answer = follow(f"/{kind}/{identity}?from=2016", headers=ENGLISH)
    assert answer.status_code == 302
    parameter = table.removesuffix("s")
    assert answer.headers["location"] == f"../{page}?lang=en&from=2016&{parameter}={identity}"
    assert f'content="https://alaqat.example/{kind}/{identity}"' in answer.text
    assert 'property="og:title"' in answer.text
    assert "Accept" in answer.headers["vary"]


def test_an_uncertain_event_is_led_to_where_uncertain_ones_are_shown(follow, store):
    unsure = dict.fromkeys(("likely", "probable"), "uncertain")
    republish(
        store,
        lambda name, frame: frame.replace({"certainty": unsure}) if name == "events" else frame,
    )
    answer = follow(f"/e/{first('events')['event_id']}")
    assert "certainty=uncertain" in answer.headers["location"]


def test_programs_get_an_event_with_its_reports(follow, store):
    event = first("events")["event_id"]
    answer = follow(f"/e/{event}", headers=AS_JSON)
    content = answer.json()
    assert content["record"]["event_id"] == event
    assert content["record"]["link"] == f"https://alaqat.example/e/{event}"
    (report,) = content["evidence"]
    assert report["sentence"] == content["record"]["sentence"]
    assert report["link"].startswith("https://alaqat.example/articles?article=")
    again = follow(f"/e/{event}", headers=AS_JSON | {"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_programs_get_a_quote_with_the_quotes_of_the_same_words(follow):
    quote = first("quotes")["quote_id"]
    content = follow(f"/q/{quote}", headers=AS_JSON).json()
    assert content["record"]["quote_id"] == quote
    assert quote in {row["quote_id"] for row in content["evidence"]}


def test_an_event_that_was_read_otherwise_leads_to_what_its_sentence_gives_now(follow, store):
    event, version = first("events")["event_id"], follow_version(follow)
    republish(
        store,
        lambda _, frame: (
            frame.replace({"event_id": {event: "0" * 16}}) if "event_id" in frame else frame
        ),
    )
    answer = follow(f"/e/{event}", headers=ENGLISH)
    text = html.unescape(answer.text)
    assert answer.status_code == 410
    assert version in text
    assert "read anew by other rules" in text
    assert f"event={'0' * 16}" in text
    assert "هذا الحدث لم يعد" in follow(f"/e/{event}?lang=ar", headers=ENGLISH).text


def follow_version(follow):
    """The version of the store as an answer states it."""
    return follow(f"/e/{first('events')['event_id']}", headers=AS_JSON).json()["store_version"]


@pytest.mark.parametrize(("kind", "table"), [("e", "events"), ("q", "quotes")])
def test_what_went_with_its_article_says_so(follow, store, kind, table):
    identity = first(table).iloc[0]
    (other,) = [one for one in builders.visits() if one.article.id != first(table)["article_id"]]
    builders.publish([other], store)
    assert "Its article was taken out" in follow(f"/{kind}/{identity}", headers=ENGLISH).text
    answer = follow(f"/{kind}/{identity}", headers=AS_JSON)
    assert answer.status_code == 410
    assert "its article was taken out" in answer.json()["error"]


def test_an_unknown_id_is_not_run_as_markup(follow):
    answer = follow("/e/<b>x", headers=ENGLISH)
    assert answer.status_code == 404
    assert "<b>" not in answer.text
    assert "There is no such event" in answer.text
    assert set(follow("/q/x", headers=AS_JSON).json()) == {"error"}


def test_without_a_store_there_is_a_sentence(follow, monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert follow("/e/x", headers=ENGLISH).status_code == 503
    assert set(follow("/e/x", headers=AS_JSON).json()) == {"error"}


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("application/json", True),
        ("application/json, text/plain, */*", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("text/html;q=0.5, application/json", True),
        ("application/json;q=x", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_is_for_who_prefers_it(accept, wanted):
    assert permanent_links.should_write_json(accept) is wanted
