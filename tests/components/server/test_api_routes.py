"""The API gives the rows of a link, page by page, as JSON and CSV, or one sentence why not."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from alaqat import store as store_of
from components.server import api_routes
from tests import builders

JSON = ("/api/events", "/api/quotes", "/api/entities", "/api/relations/FRA/TCD")


@pytest.mark.parametrize("path", JSON)
def test_every_page_leads_to_the_next(ask, path):
    whole = ask(path).json()
    rows, address = [], f"{path}?limit=1"
    while address:
        page = ask(address).json()
        rows += page["rows"]
        address = page["next"]
    assert rows == whole["rows"]
    assert len(rows) == whole["total"] == 2


@pytest.mark.parametrize("path", ["/api/events", "/api/quotes", "/api/relations/FRA/TCD"])
def test_a_row_says_where_it_was_read(ask, path):
    (row, _) = ask(path).json()["rows"]
    assert row["start"] < row["end"]
    assert row["source"].startswith("outlet")
    assert row["store_version"] == ask(path).json()["store_version"]


@pytest.mark.parametrize("path", JSON)
def test_the_csv_twin_has_the_same_rows(ask, path):
    answer = ask(f"{path}.csv?limit=1")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    (same,) = ask(f"{path}?limit=1").json()["rows"]
    key = next(iter(same))
    assert row[key] == same[key]
    assert answer.headers["x-total-count"] == "2"
    assert 'rel="next"' in answer.headers["link"]


def test_the_filters_are_those_of_a_link(ask):
    assert [row["date_from"] for row in ask("/api/events?from=2019").json()["rows"]] == [
        "2020-03-04"
    ]
    assert ask("/api/events?zoom=2018-05-01_2018-07-01&lang=en&event=x").json()["total"] == 1
    assert ask("/api/quotes?speaker=Nobody+here").json()["rows"] == []
    assert ask("/api/events?kind=consult&kind=assault&pair=FRA-TCD").json()["total"] == 2


def test_no_spreadsheet_runs_what_an_article_says(ask, store):
    found = builders.visit()
    article = replace(found.article, title="=1+1", source="@SUM(A1)")
    hostile = replace(found, document=replace(found.document, article=article))
    builders.publish([hostile], store)
    (row,) = csv.DictReader(io.StringIO(ask("/api/events.csv").content.decode("utf-8-sig")))
    assert (row["title"], row["source"]) == ("'=1+1", "'@SUM(A1)")


def test_who_has_the_answer_is_not_sent_it_again(ask, store):
    mark = ask("/api/events").headers["etag"]
    again = ask("/api/events", headers={"if-none-match": f'"x", {mark}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == mark
    assert ask("/api/events?limit=1", headers={"if-none-match": mark}).status_code == 200
    builders.publish(builders.visits()[:1], store)
    assert ask("/api/events", headers={"if-none-match": mark}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/events?from=abc", 400, "from=abc"),
        ("/api/events?colour=red", 400, "colour"),
        ("/api/events?pair=FRA-TCD&pair=FRA-TCD", 400, "once"),
        ("/api/events?limit=1001", 400, "1 to 1000"),
        ("/api/events.csv?offset=-1", 400, "offset=-1"),
        ("/api/events?from=2020&to=2010", 422, "to=2010"),
        ("/api/events?zoom=2018-13-01_2019-01-01", 422, "zoom=2018-13-01"),
        ("/api/relations/FRA/XXX", 404, "XXX"),
        ("/api/relations/FRA/FRA", 422, "two different ends"),
        ("/api/relations/FRA/a%2Fb", 404, "no such address"),
        ("/api/nothing", 404, "no such address"),
    ],
)
def test_bad_input_is_answered_with_one_sentence(ask, path, status, said):
    answer = ask(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert said in answer.json()["error"]


def test_without_a_store_and_with_a_broken_one_there_is_a_sentence(ask, store, monkeypatch):
    (store / store_of.latest().id / "manifest.json").write_text("{")
    assert (ask("/api/events").status_code, set(ask("/api/events").json())) == (503, {"error"})
    monkeypatch.setenv("ALAQAT_STORE", str(store / "none"))
    assert "no articles have been read" in ask("/api/quotes.csv").json()["error"]


def test_a_failure_of_the_server_shows_nothing_of_it(ask, monkeypatch):
    monkeypatch.setattr(api_routes.api_query, "read", lambda _: 1 / 0)
    answer = ask("/api/events")
    assert (answer.status_code, set(answer.json())) == (500, {"error"})
    assert "division" not in answer.text


def test_pages_of_other_servers_read_nothing_unless_they_are_listed(ask, monkeypatch):
    theirs = {"origin": "https://news.example"}
    assert "access-control-allow-origin" not in ask("/api/events", headers=theirs).headers
    monkeypatch.setenv("ALAQAT_API_ORIGINS", "https://news.example/, https://other.example")
    client = TestClient(Starlette(routes=[Mount("/api", api_routes.app())]))
    answer = client.get("/api/events", headers=theirs)
    assert answer.headers["access-control-allow-origin"] == "https://news.example"
    strange = client.get("/api/events", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in strange.headers


def test_nothing_is_written(store):
    client = TestClient(Starlette(routes=[Mount("/api", api_routes.app())]))
    answer = client.post("/api/events")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
