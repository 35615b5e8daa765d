"""Small articles with their entities, written inline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from alaqat.arabic.document import prepare
from alaqat.model.records import Article, Entity, Mention, Quote
from alaqat.quotes import find
from alaqat.quotes.document_index import DocumentIndex, build_index

Names = Mapping[str, Sequence[str]]


def _entities(text: str, names: Names) -> tuple[Entity, ...]:
    """Entities of `names` ({English: [type, spelling, …]}), a mention wherever a spelling occurs."""
    entities: list[Entity] = []
    covered: set[int] = set()
    for number, (english, (kind, *spellings)) in enumerate(names.items()):
        spans = []
        for spelling in sorted(spellings, key=len, reverse=True):
            for match in re.finditer(re.escape(spelling), text):
                if covered.isdisjoint(range(*match.span())):
                    covered.update(range(*match.span()))
                    spans.append(match.span())
        mentions = tuple(Mention(a, b, text[a:b], "test") for a, b in sorted(spans))
        entities.append(Entity(f"e{number}", english, spellings[0], kind, mentions))
    return tuple(entities)


def with_role(text: str, *, country: str | None, role: str) -> tuple[Quote, ...]:
    """Quotes of a text with one person, next to the first mention of whom `role` is written."""
    first, *later = [match.span() for match in re.finditer("سامي حداد", text)]
    mentions = (
        Mention(*first, "سامي حداد", "test", role=role),
        *(Mention(*at, "سامي حداد", "test") for at in later),
    )
    return find(
        prepare(Article("x", text)),
        (Entity("e0", "Sami Haddad", "سامي حداد", "PER", mentions, country),),
    )


@pytest.fixture
def read() -> Callable[..., tuple[Quote, ...]]:
    """Quotes of a text, given its names: {English: [type, spelling, …]}."""

    def quotes(text: str, names: Names | None = None) -> tuple[Quote, ...]:
        people = {"Sami Haddad": ["PER", "سامي حداد", "حداد"]} if names is None else names
        return find(prepare(Article("x", text)), _entities(text, people))

    return quotes


@pytest.fixture
def index() -> Callable[..., DocumentIndex]:
    """The index of a text, given its names like `read`, without any by default."""

    def build(text: str, names: Names | None = None) -> DocumentIndex:
        return build_index(prepare(Article("x", text)), _entities(text, names or {}))

    return build
