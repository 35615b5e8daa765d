"""The format of an answer: its JSON schema, and entries read from the text of a model."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_LONGEST: Final = 4000
# More entries of one kind than this are no reading of a part.
MOST_ENTRIES: Final = 150
_FENCED: Final = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
Text = Annotated[str, Field(max_length=_LONGEST)]


class AnswerUnreadable(Exception):
    """An answer is no JSON of the asked form; the message says why, for the repair turn."""


class _Entry(BaseModel):
    model_config = ConfigDict(
        extra="ignore", strict=True, json_schema_extra={"additionalProperties": False}
    )


E = TypeVar("E", bound=_Entry)


class PartyEntry(_Entry):
    """A party as the model names it: the words of the article, and the English name."""

    text: Text
    name: Text | None = None


class EventEntry(_Entry):
    """An event as the model reports it; nothing of it is verified yet."""

    sentence: Text
    trigger: Text
    category: Text | None = None
    polarity: Text | None = None
    status: Text | None = None
    date_from: Text | None = None
    date_to: Text | None = None
    date_text: Text | None = None
    actors: list[PartyEntry] = []
    recipients: list[PartyEntry] = []


class QuoteEntry(_Entry):
    """A quote as the model reports it; nothing of it is verified yet."""

    text: Text
    kind: Text | None = None
    speaker: Text | None = None
    mention: Text | None = None
    cue: Text | None = None


class Answer(_Entry):
    """All entries of one answer."""

    events: list[EventEntry]
    quotes: list[QuoteEntry]


def schema() -> dict[str, Any]:
    """The JSON schema of an answer, with every field required, as strict servers ask."""
    plain: dict[str, Any] = _plain(Answer.model_json_schema(mode="serialization"))
    return plain


def _plain(part: Any) -> Any:
    """A schema without the keywords that some servers refuse."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    plain = {
        name: _plain(value)
        for name, value in part.items()
        if name not in ("title", "default", "maxLength", "description")
    }
    if part.get("type") == "object" and "properties" in part:
        plain["required"] = list(part["properties"])
    return plain


def read_answer(text: str) -> tuple[Answer, Counter[str]]:
    """The entries of an answer that have the right form, and how many were left out, by cause.

    Text around the JSON and a fence of code are passed over. Raises AnswerUnreadable if there is no
    JSON object with the lists `events` and `quotes`.
    """
    record = _json_object(text)
    dropped: Counter[str] = Counter()
    events = [_entry(EventEntry, item, dropped) for item in _items(record, "events", dropped)]
    quotes = [_entry(QuoteEntry, item, dropped) for item in _items(record, "quotes", dropped)]
    answer = Answer(
        events=[entry for entry in events if entry], quotes=[entry for entry in quotes if entry]
    )
    return answer, dropped


def _json_object(text: str) -> dict[str, Any]:
    fenced = _FENCED.search(text)
    body = fenced.group(1) if fenced else text
    begin = body.find("{")
    if begin < 0:
        raise AnswerUnreadable("there is no JSON object in it")
    try:
        record, _ = json.JSONDecoder().raw_decode(body, begin)
    except (ValueError, RecursionError) as error:
        raise AnswerUnreadable(f"the JSON cannot be read: {error}") from error
    return dict(record)


def _items(record: dict[str, Any], name: str, dropped: Counter[str]) -> list[Any]:
    items = record.get(name)
    if not isinstance(items, list):
        raise AnswerUnreadable(f"the list {name!r} is missing")
    dropped["too many entries"] += max(0, len(items) - MOST_ENTRIES)
    return items[:MOST_ENTRIES]


def _entry(kind: type[E], item: Any, dropped: Counter[str]) -> E | None:
    try:
        return kind.model_validate(item)
    except ValidationError:
        dropped["entry of the wrong form"] += 1
        return None
