"""Each format is read back by its usual library, and holds what the store holds."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import bibtexparser
import docx
import followthemoney
import icalendar
import networkx as nx
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as forms
from citeproc.source.json import CiteProcJSON

from alaqat.export import format_registry as registry
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.references import references

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(request, name):
    return registry.written(request, registry.named(name))


def plain(row):
    """A row as JSON gives it back."""
    return json.loads(json.dumps(row, default=str))


def test_a_plover_record_has_the_fields_of_the_manual_and_every_column(request_of):
    request = request_of("events")
    for line, row in zip(
        written(request, "jsonl").splitlines(), plain_rows(rows_of(request)), strict=True
    ):
        record = json.loads(line)
        assert record["actor"] == [{"country": "FRA", "name": "France", "name_ar": "فرنسا"}]
        assert record["recipient"][0]["country"] == "TCD"
        assert (record["event"], record["mode"]) == ("CONSULT", "visit")
        assert record["quad_code"] == "verbal cooperation"
        held = {
            **record["alaqat"],
            "event_id": record["id"],
            "date_from": record["date"],
            "date_to": record["enddate"],
            "plover": record["event"],
            "mode": record["mode"],
            "context": record["context"],
            "sentence": record["event_text"],
            "intensity": record["event_scale"],
            "url": record["cite_info"]["url"],
            "source": record["cite_info"]["publication"],
        }
        assert held == plain(row)


def test_timelinejs_has_slides_with_dates_groups_and_rows(request_of):
    request = request_of("events", language="ar")
    timeline = json.loads(written(request, "timelinejs"))
    rows = plain_rows(rows_of(request))
    assert [slide["alaqat"] for slide in timeline["events"]] == list(map(plain, rows))
    assert timeline["events"][0]["start_date"] == {"year": 2018, "month": 6, "day": 1}
    assert {slide["group"] for slide in timeline["events"]} == {"تعاون"}
    assert_is_timelinejs(timeline)


def assert_is_timelinejs(timeline):
    """The rules of https://timeline.knightlab.com/docs/json-format.html."""
    assert set(timeline) <= {"events", "title", "eras", "scale", "language"}
    assert timeline["scale"] in ("human", "cosmological")
    ids = [slide["unique_id"] for slide in timeline["events"]]
    assert len(ids) == len(set(ids))
    for part in (*timeline["events"], *timeline["eras"]):
        for name in ("start_date", "end_date"):
            assert {"year"} <= set(part[name]) <= {"year", "month", "day"}
            assert all(isinstance(value, int) for value in part[name].values())
        assert set(part["text"]) <= {"headline", "text"}


def test_timelinejs_shows_no_markup_of_an_article(request_of, monkeypatch):
    request = request_of("events")
    rows = rows_of(request).assign(sentence="<script>alert(1)</script>")
    monkeypatch.setattr("alaqat.export.timelinejs.rows_of", lambda _: rows)
    timeline = json.loads(written(request, "timelinejs"))
    assert "<script>" not in timeline["events"][0]["text"]["text"]


def test_an_interval_of_years_is_an_era(request_of, monkeypatch):
    request = request_of("events")
    rows = rows_of(request)
    rows["date_to"] = rows["date_from"] + (date(2022, 1, 1) - date(2020, 1, 1))
    monkeypatch.setattr("alaqat.export.timelinejs.rows_of", lambda _: rows)
    assert len(json.loads(written(request, "timelinejs"))["eras"]) == 2


@pytest.mark.parametrize(("name", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_a_graph_has_names_in_both_languages_and_edges_with_dates(request_of, name, read):
    request = request_of("network", language="ar")
    graph = read(io.BytesIO(written(request, name)))
    assert graph.nodes["loc:FRA"]["name_ar"] == "فرنسا"
    assert graph.nodes["loc:FRA"]["name_en"] == "France"
    (edge,) = graph.edges.values()
    evidence = json.loads(edge["evidence"])
    rows = list(map(plain, plain_rows(rows_of(request))))
    assert evidence == [{key: row[key] for key in evidence[0]} for row in rows]
    assert (edge["start"], edge["end"]) == ("2018-06-01", "2020-03-04")
    assert int(edge["weight"]) == len(rows)
    assert (edge["store_version"], edge["accessed"]) == (request.version, "2026-03-09")
    assert evidence[0]["link"].startswith("https://alaqat.example/articles?article=")


# element of GEXF 1.2 (gexf.xsd, data.xsd, dynamics.xsd) → the attributes that it may have
GEXF = {
    "meta": {"lastmodifieddate"},
    "creator": set(),
    "graph": {"timeformat", "start", "end", "defaultedgetype", "idtype", "mode"},
    "attributes": {"class", "mode", "start", "end"},
    "attribute": {"id", "title", "type"},
    "nodes": {"count"},
    "node": {"id", "label", "start", "end", "pid"},
    "edges": {"count"},
    "edge": {"id", "source", "target", "weight", "type", "label", "start", "end"},
    "attvalues": set(),
    "attvalue": {"for", "value", "start", "end"},
}


def test_a_graph_of_gephi_has_a_time_format_and_what_its_schema_knows(request_of):
    root = ET.fromstring(written(request_of("network"), "gexf"))  # noqa: S314 - our own file
    (graph,) = [part for part in root if part.tag.endswith("graph")]
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    parts = [part for part in root.iter() if part is not root]
    assert all(set(part.attrib) <= GEXF[part.tag.rpartition("}")[2]] for part in parts)
    (graph,) = (part for part in parts if part.tag.endswith("}graph"))
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    edge = next(part for part in parts if part.tag.endswith("edge"))
    assert (edge.get("start"), edge.get("end")) == ("2018-06-01", "2020-03-04")


@pytest.mark.parametrize("table", ["events", "quotes"])
def test_follow_the_money_takes_every_entity(request_of, table):
    request = request_of(table)
    entities = [json.loads(line) for line in written(request, "ftm").splitlines()]
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity)
        followthemoney.model.get(entity["schema"]).validate(entity)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
    rows = [json.loads(entity["properties"]["notes"][0]) for entity in entities if is_row(entity)]
    assert rows == list(map(plain, plain_rows(rows_of(request))))


def is_row(entity):
    return entity["schema"] in ("Event", "Note")


def test_every_reference_of_an_entity_leads_to_an_entity(request_of):
    entities = [json.loads(line) for line in written(request_of("events"), "ftm").splitlines()]
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        properties = entity["properties"]
        for name in ("organizer", "involved", "proof"):
            assert set(properties.get(name, ())) <= ids


def test_a_calendar_has_whole_days_and_every_column(request_of):
    request = request_of("events", language="en")
    calendar = icalendar.Calendar.from_ical(written(request, "ics"))
    for entry, row in zip(calendar.walk("VEVENT"), plain_rows(rows_of(request)), strict=True):
        assert entry.decoded("dtstart") == row["date_from"]
        assert (entry.decoded("dtend") - entry.decoded("dtstart")).days == 1
        assert str(entry["summary"]) == "Visit: France → Chad"
        assert json.loads(str(entry["x-alaqat-row"])) == plain(row)


@pytest.fixture
def claims(request_of):
    """The claims of the events: id, sentence, offsets, rule, version and link, as texts."""
    return [
        (
            row["event_id"],
            row["sentence"],
            f"{row['start']}–{row['end']}",
            row["rule"],
            row["store_version"],
            row["link"],
        )
        for row in plain_rows(rows_of(request_of("events")))
    ]


def test_bibtex_is_read_back(request_of, claims):
    text = written(request_of("events"), "bibtex").decode()
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    for entry, claim in zip(library.entries, claims, strict=True):
        assert entry["journaltitle"].startswith("outlet")
        assert (entry["urldate"], entry["entrysubtype"]) == ("2026-03-09", "newspaper")
        assert all(part in entry["note"] for part in claim)
    assert [entry["date"] for entry in library.entries] == ["2018-06-01", "2020-03-04"]
    keys = [reference.key for reference in references(request_of("events"))]
    assert [entry.key for entry in library.entries] == keys


def test_bibtex_names_the_language_as_latex_does(request_of, monkeypatch):
    in_arabic = [replace(one, language="ar") for one in references(request_of("events"))]
    monkeypatch.setattr("alaqat.export.bibtex.references", lambda _: in_arabic)
    text = written(request_of("events"), "bibtex").decode()
    fields = bibtexparser.parse_string(text).entries[0].fields_dict
    assert (fields["language"].value, fields["langid"].value) == ("ar", "arabic")


def test_ris_is_read_back(request_of, claims):
    records = rispy.loads(written(request_of("events"), "ris").decode())
    for record, claim in zip(records, claims, strict=True):
        assert record["type_of_reference"] == "NEWS"
        assert record["secondary_title"].startswith("outlet")
        assert all(part in record["notes"][0] for part in claim)
    assert [record["date"] for record in records] == ["2018/06/01", "2020/03/04"]


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
<info><title>Plain</title><id>plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=", "><group delimiter=", "><text variable="title"/>
<text variable="container-title"/><date variable="issued"><date-part name="year"/></date>
<text variable="URL"/></group></layout></bibliography></style>"""


def test_citeproc_makes_a_bibliography_of_csl(request_of, claims):
    items = json.loads(written(request_of("events"), "csl"))
    assert all(
        part in item["note"] for item, claim in zip(items, claims, strict=True) for part in claim
    )
    style = CitationStylesStyle(io.BytesIO(STYLE.encode()), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), forms.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    assert len(bibliography.bibliography()) == 2
    assert "outlet" in str(bibliography.bibliography()[0])


@pytest.mark.parametrize("table", ["events", "quotes"])
def test_a_document_has_a_footnote_for_each_claim(request_of, table):
    request = request_of(table, language="ar")
    content, rows = written(request, "docx"), plain_rows(rows_of(request))
    body = docx.Document(io.BytesIO(content)).element.body
    marks = [int(mark.get(f"{WORD}id")) for mark in body.iter(f"{WORD}footnoteReference")]
    assert marks == [*range(1, len(rows) + 1)]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        notes = ET.fromstring(archive.read("word/footnotes.xml"))  # noqa: S314 - our own file
    texts = {int(note.get(f"{WORD}id")): "".join(note.itertext()) for note in notes}
    for number, row in enumerate(rows, 1):
        for part in (row["source"], row["rule"], row["store_version"], f"{row['start']}"):
            assert part in texts[number]


def test_a_link_and_an_id_in_an_arabic_footnote_keep_their_places(request_of):
    content = written(request_of("events", language="ar"), "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    assert notes.count("\N{RIGHT-TO-LEFT MARK} [") == 2


def test_arabic_paragraphs_of_a_document_run_from_right_to_left(request_of):
    document = docx.Document(io.BytesIO(written(request_of("events", language="ar"), "docx")))
    for paragraph in document.paragraphs:
        assert paragraph._p.pPr.find(f"{WORD}bidi") is not None
        assert all(
            run.find(f"{WORD}rPr/{WORD}rtl") is not None or not run.findall(f"{WORD}t")
            for run in paragraph._p.iter(f"{WORD}r")
        )
