"""A listed surname with more of its bearer's name before it, in a spelling that no list has."""

from __future__ import annotations

from functools import lru_cache

from alaqat.arabic.fold import folded
from alaqat.entities.list_matches import Place, Scan
from alaqat.entities.names import GLUED
from alaqat.entities.spans import Known
from alaqat.entities.spelling_variants import alike

MOST = 3  # words before the surname


def start(scan: Scan, index: int, place: Place, known: Known) -> int:
    """Where the name of a listed person begins whose surname stands at word `index`: before the given names, if any."""
    begin = place.start
    if known.type != "PER" or place.stop != index + 1 or begin != scan.starts[index]:
        return begin
    given = _given(known.name_ar)
    for at in range(index - 1, max(index - 1 - MOST, -1), -1):
        word = scan.words[at]
        if begin != scan.starts[at + 1] or not scan.joined(at + 1):
            break
        if any(alike(word, name) for name in given):
            begin = scan.starts[at]
        elif word[:1] in GLUED and any(alike(word[1:], name) for name in given):
            return scan.starts[at] + 1
        else:
            break
    return begin


@lru_cache(maxsize=4096)
def _given(name: str) -> tuple[str, ...]:
    """The words of a full name but its last, of two letters or more."""
    return tuple(word for word in folded(name).split()[:-1] if len(word) > 1)
