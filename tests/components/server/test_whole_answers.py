"""The answers of the server as a whole: status, headers and body."""

import json
from datetime import UTC, datetime

import pytest

from alaqat.export import export_request
from components.server import openapi_document
from tests.components.conftest import ReadingDay

BROWSER, PROGRAM = {"accept": "text/html"}, {"accept": "application/json"}
REQUESTS = [
    ("/api/events?limit=1&lang=en", PROGRAM),
    ("/api/quotes?offset=1", PROGRAM),
    ("/api/entities?limit=1", PROGRAM),
    ("/api/relations/FRA/TCD?limit=1", PROGRAM),
    ("/api/relations/FRA/FRA", PROGRAM),
    ("/api/events.csv?from=2020", PROGRAM),
    ("/api/events?from=abc", PROGRAM),
    ("/api/events?kind=visit", PROGRAM),
    ("/api/events?pair=x", PROGRAM),
    ("/api/events?q=" + "x" * 300, PROGRAM),
    ("/api/events?from=2020&to=2018", PROGRAM),
    ("/api/events?colour=red", PROGRAM),
    ("/api/events?limit=0", PROGRAM),
    ("/api/nothing", PROGRAM),
    ("/e/unknown?lang=en", BROWSER),
    ("/q/unknown", PROGRAM),
    ("/preview.png?lang=en", {"range": "no"}),
]


@pytest.fixture(autouse=True)
def reading_day(monkeypatch):
    monkeypatch.setattr(export_request, "datetime", ReadingDay)
    assert export_request.today() == datetime(2026, 1, 5, tzinfo=UTC).date()


def told(answer):
    """The answer as text; of a picture only its size is not that of a text."""
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(answer.headers.items()))
    body = answer.content.decode(errors="replace") if "image" not in headers else ""
    headers = headers if "image" not in headers else "\n".join(headers.split("\n")[:1])
    return f"{answer.status_code}\n{headers}\n\n{body}"


@pytest.mark.parametrize(("address", "headers"), REQUESTS, ids=[one[0][:40] for one in REQUESTS])
def test_an_answer_as_a_whole(address, headers, ask, whole):
    whole(f"{address[:60]}", told(ask(address, headers=headers, follow_redirects=False)))


@pytest.mark.parametrize("kind", ["e", "q"])
@pytest.mark.parametrize("headers", [BROWSER, PROGRAM])
def test_the_link_of_a_record_as_a_whole(kind, headers, ask, whole):
    table = {"e": "events", "q": "quotes"}[kind]
    identity = next(iter(ask(f"/api/{table}").json()["rows"][0].values()))
    answer = ask(f"/{kind}/{identity}?lang=en", headers=headers, follow_redirects=False)
    whole(f"{kind} for {headers['accept']}", told(answer))


def test_the_document_of_the_api_as_a_whole(whole):
    whole("document", json.dumps(openapi_document.document(), ensure_ascii=False, indent=1))
