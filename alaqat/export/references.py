"""The articles behind the rows of an export, each with the claims that were read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.wording import Row, Wording
from alaqat.store.query import read

TABLES = ("events", "quotes", "articles")


@dataclass(frozen=True, slots=True)
class Reference:
    """A news article as a bibliography cites it.

    `notes` has a line for each claim: what it says, its id, offsets, rule, the store's version and
    its permanent link.
    """

    key: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    accessed: date
    language: str | None
    notes: tuple[str, ...]


def references(request: ExportRequest) -> list[Reference]:
    """The articles of the rows of a request, in the order of their first claim."""
    rows = plain_rows(rows_of(request))
    wording = Wording(request.language)
    claims: dict[str, list[Row]] = {}
    for row in rows:
        claims.setdefault(row["article_id"], []).append(row)
    found = read(request.build, "articles", only=("article_id", list(claims)))
    articles = {row["article_id"]: row for row in plain_rows(found.drop(columns="text"))}
    return [
        Reference(
            key=article_id,
            title=articles[article_id]["title"],
            outlet=articles[article_id]["source"],
            published=articles[article_id]["published"],
            url=articles[article_id]["url"],
            accessed=request.accessed,
            language=articles[article_id]["language"],
            notes=tuple(claim(row, wording) for row in rows_of_article),
        )
        for article_id, rows_of_article in claims.items()
    ]


def claim(row: Row, wording: Wording) -> str:
    """What a row says and where it was read, in one line."""
    if "event_id" in row and "actors" in row:
        what = f"{wording.interval(row)}{wording.comma}{wording.headline(row)}"
        return f"{row['event_id']}: {what}: «{row['sentence']}» ({_evidence(row, wording)})"
    if "quote_id" in row:
        what = f"{wording.speaker(row)}: «{row['text']}»"
        return f"{row['quote_id']}: {what} ({_evidence(row, wording)})"
    return wording.text("version", version=row["store_version"])


def _evidence(row: Row, wording: Wording) -> str:
    """Where a row was read, and its permanent link if it has one."""
    return wording.comma.join(filter(None, (wording.evidence(row), row["link"])))
