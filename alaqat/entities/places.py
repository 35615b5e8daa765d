"""Places by the word before them: «بلدة سيالكوت», «جبل آثوس»."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.entities.gazetteer import endings, words
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import common, kind
from alaqat.entities.spans import Finding


def find(scan: Scan) -> Iterator[Finding]:
    """Places that no list knows, after a noun for a town, region, mountain, river."""
    for index, word in enumerate(scan.words[:-1]):
        if word in words("place_whole"):
            yield from _whole(scan, index)
            continue
        inside = word in words("place_part")
        if not inside and word not in words("place_head"):
            continue
        at = index + 1
        if scan.joined(at) and at not in scan.names and _proper(scan, at):
            yield Finding(scan.starts[index if inside else at], scan.ends[at], "LOC", "place_head")


def _whole(scan: Scan, index: int) -> Iterator[Finding]:
    """«مطار بغداد الدولي», «مطار الشعيرات»: the noun, a place's name listed or not, and the adjective that ends it."""
    at = index + 1
    if not scan.joined(at):
        return
    listed = scan.names.get(at)
    if listed and listed[1].type == "LOC" and listed[0].start == scan.starts[at]:
        stop, country = listed[0].stop, listed[1].country
    elif not listed and _proper(scan, at):
        stop, country = at + 1, None
    else:
        return
    if scan.joined(stop) and scan.words[stop] in words("place_tail"):
        stop += 1
    yield Finding(scan.starts[index], scan.ends[stop - 1], "LOC", "place_head", country=country)


def _proper(scan: Scan, at: int) -> bool:
    """Whether word `at` can be a place's name: no common word, adjective of nationality or title."""
    word = scan.words[at]
    if (
        at in scan.peoples
        or at in scan.titles
        or at in scan.fields
        or word in words("place_part") | words("place_head")
    ):
        return False
    if word.startswith(DEFINITE_ARTICLE):
        return word not in common() and word[len(DEFINITE_ARTICLE) :] not in common()
    return kind(word) in ("known", "unknown") and not word.endswith(endings("adjective_ending")[1])
