"""FollowTheMoney entities, one JSON object on each line, for Aleph and OpenSanctions' tools.

Parties are PublicBody (states) or Organization, happenings are Event, quotes are Note, and each
leads to its Article by `proof`. Columns without a property are in `notes`, as JSON.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.json_rows import json_line
from alaqat.export.wording import Wording
from alaqat.lexicon.load import table
from alaqat.store.query import read

Row = dict[str, Any]
# two-letter code of a language → three letters, as FollowTheMoney writes it
_LANGUAGES: Final = {"ar": "ara", "en": "eng"}


def write(request: ExportRequest) -> bytes:
    """The events or quotes of a request as entities, with their parties and articles."""
    rows = plain_rows(rows_of(request))
    entities = [*_articles(request, rows)]
    if request.table == "events":
        entities += _happenings(request, rows)
    else:
        entities += [_note(row) for row in rows]
        entities += _speakers(rows)
    return "".join(f"{json_line(entity)}\n" for entity in entities).encode(errors="replace")


def _entity(schema: str, identity: str, **properties: Any) -> Row:
    """An entity; values become lists of texts, missing ones are left out."""
    lists = {
        name: value if isinstance(value, list) else [value] for name, value in properties.items()
    }
    texts = {
        name: [str(value) for value in values if value not in (None, "")]
        for name, values in lists.items()
    }
    return {
        "id": identity,
        "schema": schema,
        "properties": {name: values for name, values in texts.items() if values},
    }


def _identity(*parts: object) -> str:
    return f"alaqat-{hashlib.sha256('|'.join(map(str, parts)).encode()).hexdigest()[:20]}"


def _articles(request: ExportRequest, rows: list[Row]) -> Iterator[Row]:
    ids = list(dict.fromkeys(row["article_id"] for row in rows))
    articles = read(request.build, "articles", only=("article_id", ids)).drop(columns="text")
    for row in plain_rows(articles):
        yield _entity(
            "Article",
            _identity("article", row["article_id"]),
            title=row["title"],
            fileName=row["name"],
            publishedAt=row["published"],
            publisher=row["source"],
            sourceUrl=_web_address(row["url"]),
            language=_LANGUAGES.get(row["language"] or ""),
            retrievedAt=request.accessed,
            notes=json_line(row | {"store_version": request.version}),
        )


def _happenings(request: ExportRequest, rows: list[Row]) -> Iterator[Row]:
    """The parties of the events, then the events."""
    wording = Wording(request.language)
    ids = [row["event_id"] for row in rows]
    participants = plain_rows(read(request.build, "participants", only=("event_id", ids)))
    sides: dict[tuple[str, str], list[str]] = {}
    parties: dict[str, Row] = {}
    for participant in participants:
        party = _party(participant)
        parties[party["id"]] = party
        sides.setdefault((participant["event_id"], participant["side"]), []).append(party["id"])
    yield from parties.values()
    for row in rows:
        actors = sides.get((row["event_id"], "actor"), [])
        recipients = sides.get((row["event_id"], "recipient"), [])
        yield _entity(
            "Event",
            _identity("event", row["event_id"]),
            name=wording.headline(row),
            startDate=row["date_from"],
            endDate=row["date_to"],
            summary=row["label_en"],
            description=row["sentence"],
            keywords=[row["plover"], row["mode"], row["context"], row["polarity"], row["status"]],
            organizer=actors,
            involved=[*actors, *recipients],
            recordId=row["event_id"],
            **_evidence(row),
        )


def _party(row: Row) -> Row:
    schema = "PublicBody" if row["country"] else "Organization"
    return _entity(
        schema,
        _identity("party", row["name"]),
        name=[row["name"], row["name_ar"]],
        country=_countries().get(row["country"] or ""),
    )


def _note(row: Row) -> Row:
    speaker = row["speaker_id"]
    return _entity(
        "Note",
        _identity("quote", row["quote_id"]),
        name=row["speaker_ar"] or row["speaker"] or row["speaker_text"],
        description=row["text"],
        entity=_identity("speaker", speaker) if speaker else None,
        **_evidence(row),
    )


def _speakers(rows: list[Row]) -> list[Row]:
    speakers = {row["speaker_id"]: row for row in rows if row["speaker_id"]}
    return [
        _entity(
            "LegalEntity",
            _identity("speaker", identity),
            name=[row["speaker"], row["speaker_ar"]],
            country=_countries().get(row["country"] or ""),
        )
        for identity, row in speakers.items()
    ]


def _evidence(row: Row) -> Row:
    """The properties of the source, and all columns of the row in `notes`."""
    return {
        "publisher": row["source"],
        "sourceUrl": _web_address(row["url"]),
        "retrievedAt": row["accessed"],
        "proof": _identity("article", row["article_id"]),
        "notes": json_line(row),
    }


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _countries() -> dict[str, str]:
    """The two-letter code of each three-letter code of a state."""
    return {row["iso3"]: row["iso2"].lower() for row in table("countries")}


FORMAT = ExportFormat(
    "ftm", "FollowTheMoney", ".ftm", "application/x-ndjson", ("events", "quotes"), write
)
