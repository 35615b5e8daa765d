"""Small articles with their entities, written inline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from alaqat.arabic.document import prepare
from alaqat.model.records import Article, Entity, Mention, Quote
from alaqat.quotes import find

Names = Mapping[str, Sequence[str]]


def _entities(text: str, names: Names) -> tuple[Entity, ...]:
    """Entities of `names` ({English: [type, spelling, …]}), a mention wherever a spelling stands."""
    found: list[Entity] = []
    taken: set[int] = set()
    for number, (english, (kind, *spellings)) in enumerate(names.items()):
        spans = []
        for spelling in sorted(spellings, key=len, reverse=True):
            for match in re.finditer(re.escape(spelling), text):
                if taken.isdisjoint(range(*match.span())):
                    taken.update(range(*match.span()))
                    spans.append(match.span())
        mentions = tuple(Mention(a, b, text[a:b], "test") for a, b in sorted(spans))
        found.append(Entity(f"e{number}", english, spellings[0], kind, mentions))
    return tuple(found)


@pytest.fixture
def read() -> Callable[..., tuple[Quote, ...]]:
    """Quotes of a text, given its names: {English: [type, spelling, …]}."""

    def quotes(text: str, names: Names | None = None) -> tuple[Quote, ...]:
        people = {"Sami Haddad": ["PER", "سامي حداد", "حداد"]} if names is None else names
        return find(prepare(Article("x", text)), _entities(text, people))

    return quotes
