"""The edges of the network: entities that one sentence names together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from alaqat.arabic.dateline import agency_dateline_end, dateline_end
from alaqat.entities.outlets import outlet_ids
from alaqat.store.schema import Row


def edges(text: str, mentions: Sequence[Row]) -> Iterator[Row]:
    """A row for each two entities that a sentence of an article names.

    `text` is the article's text, `mentions` its rows of the frame of that name. Outlets, and what
    stands in the dateline («دبي (CNN) --»), are joined to nothing: they say who reports, and from
    where.
    """
    begin = _report_start(text, mentions)
    entities_of: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in mentions:
        if row["start"] >= begin and row["entity_id"] not in outlet_ids():
            entities_of[row["article_id"], row["sentence"]].add(row["entity_id"])
    for (article_id, sentence), entities in entities_of.items():
        for a, b in combinations(sorted(entities), 2):
            yield {"a": a, "b": b, "article_id": article_id, "sentence": sentence}


def _report_start(text: str, mentions: Sequence[Row]) -> int:
    """Offset of what follows the dateline; 0 without one.

    Before a dash without an agency, a dateline names places only («بيروت - »).
    """
    with_agency = agency_dateline_end(text, 0, len(text))
    if with_agency:
        return with_agency
    end = dateline_end(text, 0, len(text)) or 0
    letters = {at for at in range(end) if text[at].isalpha()}
    for row in mentions:
        letters -= set(range(row["start"], row["end"]))
    return 0 if letters else end
