"""The server gives the file of a view, or one sentence why there is none."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.requests import Request

from alaqat import store as store_of
from alaqat.export import format_registry as registry
from alaqat.model.pins import Pin
from alaqat.store import story_files
from components.html import action_links
from components.html.action_links import Actions
from components.i18n.words import Words
from components.server import downloads, turns
from components.server.turns import Turns
from components.view.view_state import ViewState
from tests import builders


@pytest.fixture
def answer(tmp_path, monkeypatch):
    """`answer("/export/events.csv?from=2019")`: the response of the server."""
    builders.publish_visits(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))

    def get(address: str):
        link = urlsplit(address)
        name, _, extension = link.path.rpartition("/")[2].partition(".")
        scope = {
            "type": "http",
            "method": "GET",
            "path": link.path,
            "query_string": link.query.encode(),
            "headers": [(b"host", b"alaqat.example")],
            "path_params": {"name": name, "extension": extension},
        }
        return downloads.endpoint(Request(scope))

    return get


def test_the_file_has_the_rows_of_the_view(answer):
    response = answer("/export/events.csv?from=2019&lang=en")
    (row,) = csv.DictReader(io.StringIO(response.body.decode("utf-8-sig")))
    assert row["date_from"] == "2020-03-04"
    assert row["link"].startswith("http://alaqat.example/e/")
    assert "attachment" in response.headers["content-disposition"]


def test_a_zoom_restricts_the_rows(answer):
    response = answer("/export/events.json?zoom=2018-05-01_2018-07-01")
    assert [row["date_from"] for row in json.loads(response.body)] == ["2018-06-01"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/export/events.exe?lang=en", 400, "There is no such file"),
        ("/export/secrets.csv?lang=en", 400, "There is no such file"),
        ("/export/articles.ics?lang=en", 400, "There is no such file"),
        ("/export/events.csv?lang=en&q=zzzz", 404, "Nothing is left of this choice"),
        ("/export/events.csv?q=zzzz", 404, "لا يبقى"),
    ],
)
def test_no_file_is_one_sentence(answer, address, status, said):
    response = answer(address)
    assert response.status_code == status
    assert response.body.decode().startswith(said)


def test_an_unreadable_store_is_one_sentence(answer, monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    response = answer("/export/events.csv?lang=en")
    assert (response.status_code, len(response.body.decode().splitlines())) == (503, 1)


def test_a_file_waits_for_its_turn_and_says_when_to_ask_again(answer, monkeypatch):
    monkeypatch.setattr(turns, "FILES", Turns(1, most_waiting=0, seconds=0))
    with turns.FILES.one():
        response = answer("/export/events.csv?lang=en")
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.body.decode() == turns.busy(Words("en"))


def test_the_story_of_a_key_is_told_and_a_lost_one_is_a_sentence(answer, tmp_path):
    event = store_of.read(store_of.latest(tmp_path), "events")["event_id"].iloc[0]
    key = story_files.save(tmp_path, [Pin("e", event, "my note")])
    assert "my note" in answer(f"/export/events.html?story={key}").body.decode()
    (row,) = json.loads(answer(f"/export/events.json?story={key}").body)
    assert row["event_id"] == event
    lost = answer(f"/export/events.html?lang=en&story={'0' * 16}")
    assert (lost.status_code, lost.body.decode()) == (404, "This story is not kept here")


FOR_PAGES = [known for known in registry.FORMATS.values() if known.is_for_pages]


@pytest.mark.parametrize("known", FOR_PAGES, ids=lambda known: known.name)
def test_every_link_of_the_row_of_actions_is_answered(answer, known):
    actions = Actions("timeline", ViewState(year_from=2000), known.tables[0])
    response = answer(f"/{action_links.address(known, actions)}")
    assert response.status_code == 200
    assert response.media_type == known.media_type


def test_the_links_keep_filters_and_leave_out_the_rest(answer):
    view = ViewState(lang="en", year_from=2019, event="x", present=True, facets=True)
    link = action_links.address(
        registry.named("csv"), Actions("timeline", view, "events", ids=("7",))
    )
    assert dict(parse_qsl(urlsplit(link).query)) == {"lang": "en", "from": "2019", "id": "7"}
