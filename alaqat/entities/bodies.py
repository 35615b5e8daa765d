"""Bodies by the pattern of their names: ministries and organs of a state, parties and groups, media, names in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE, with_article_restored
from alaqat.arabic.fold import folded
from alaqat.arabic.quotation_marks import PAIRS, between_marks
from alaqat.entities.gazetteer import Head, endings, known_names, words
from alaqat.entities.list_matches import Place, Scan
from alaqat.entities.names import common, kind
from alaqat.entities.romanization import composed
from alaqat.entities.spans import Finding, Known
from alaqat.lexicon.load import table

LONGEST = 5  # words after the head of a name
_QUOTED = re.compile(f"{between_marks(PAIRS, 2, 60)}|{between_marks((('(', ')'),), 2, 40)}")


def find(scan: Scan) -> Iterator[Finding]:
    """Bodies, and things named in marks (ships, works, laws)."""
    for index, (place, head) in scan.heads.items():
        yield from _headed(scan, index, place, head)
    for index in scan.fields:
        yield from _bare_ministry(scan, index)
    yield from _marked(scan)


def _headed(scan: Scan, index: int, place: Place, head: Head) -> Iterator[Finding]:
    if _is_listed(scan, index, place.end) or _is_listed(scan, place.stop, place.end):
        return
    if any(start <= place.start < end for start, end in scan.blocked):
        return
    match head.kind:
        case "ministry":
            yield from _ministry(scan, place, head)
        case "state":
            yield from _organ(scan, place, head)
        case "local":
            yield from _local(scan, place, head)
        case "body" | "party":
            yield from _named(scan, place, head)
        case "media" | "company":
            yield from _outlet(scan, place, head)


def _is_listed(scan: Scan, index: int, end: int) -> bool:
    """Whether a listed body or person begins at word `index` and reaches at least to `end`."""
    return (
        index in scan.names
        and scan.names[index][1].type in ("ORG", "PER")
        and scan.names[index][0].end >= end
    )


def _local(scan: Scan, place: Place, head: Head) -> Iterator[Finding]:
    """«شرطة دبي», «محكمة باريس»: an organ of a town or state, by the place's name."""
    if scan.joined(place.stop) and place.stop in scan.names:
        where, known = scan.names[place.stop]
        if known.type == "LOC" and where.start == scan.starts[place.stop]:
            name = head.name_en.replace("{name}", known.name_en)
            yield Finding(
                place.start, where.end, "ORG", "organ", name_en=name, country=known.country
            )


def _ministry(scan: Scan, place: Place, head: Head) -> Iterator[Finding]:
    """«وزارة الخارجية التركية», «وزارتي الدفاع والداخلية السوريتين», «وزارة الخارجية»."""
    fields: list[str] = []
    at, end = place.stop, place.end
    while at in scan.fields and len(fields) < 3 and not scan.fields[at][1].own:
        where, field = scan.fields[at]
        fields.append(field.name_en)
        at, end = where.stop, where.end
    if not fields:
        return
    yield _of_state(
        scan, place.start, end, at, head.name_en.replace("{field}", " and ".join(fields))
    )


def _organ(scan: Scan, place: Place, head: Head) -> Iterator[Finding]:
    """«البرلمان التركي», «البنك المركزي السويسري»: an organ needs its state's adjective."""
    named = scan.joined(place.stop) and place.stop in scan.peoples
    if named or scan.text[place.start : place.end] in words("alone_head"):
        yield _of_state(scan, place.start, place.end, place.stop, head.name_en)


def _bare_ministry(scan: Scan, index: int) -> Iterator[Finding]:
    """«الخارجية التركية»: the field alone with a feminine adjective."""
    place, field = scan.fields[index]
    bare = scan.text[place.start : place.end]
    bare = with_article_restored(bare)
    before = scan.words[index - 1] if index else ""
    if (
        bare not in words("alone")
        or before in words("blocker")
        or index - 1 in scan.heads
        or _adjective(scan, index)
    ):
        return
    follows = scan.peoples.get(place.stop)
    if follows and follows[1].feminine and scan.joined(place.stop):
        pattern = next(row["name_en"] for row in table("org_heads") if row["kind"] == "ministry")
        yield _of_state(
            scan, place.start, place.end, place.stop, pattern.replace("{field}", field.name_en)
        )


def _adjective(scan: Scan, index: int) -> bool:
    """Whether the field is the adjective of a noun with the article just before it («التجارة الخارجية الروسية»)."""
    return (
        scan.joined(index)
        and scan.words[index - 1].startswith(DEFINITE_ARTICLE)
        and scan.words[index - 1] not in words("never")
    )


def _of_state(scan: Scan, start: int, end: int, at: int, name_en: str) -> Finding:
    """The finding with its state's adjective, where one follows."""
    if at in scan.peoples and scan.joined(at):
        where, people = scan.peoples[at]
        name = name_en.replace("{adj}", people.adjective)
        return Finding(start, where.end, "ORG", "organ", name_en=name, country=people.country)
    return Finding(start, end, "ORG", "organ", name_en=name_en.replace("{adj} ", ""))


def _named(scan: Scan, place: Place, head: Head) -> Iterator[Finding]:
    """«حزب العمل», «حركة النهضة», «اللجنة الاقتصادية المشتركة»."""
    quoted = _QUOTED.match(scan.text, place.end + 1)
    if quoted and head.kind == "body":
        yield from _in_marks(scan, place, quoted)
        return
    sure = scan.text[place.start : place.end] in words("sure_head")
    end, count = extent(scan, place.stop, definite=head.kind == "party", joint=sure)
    stop = place.stop + count
    if count == 1 and head.kind == "party" and stop in scan.peoples and scan.joined(stop):
        where, people = scan.peoples[stop]  # «اللجنة الأولمبية الإيرانية»
        if where.start == scan.starts[stop]:
            yield Finding(
                place.start,
                where.end,
                "ORG",
                "head",
                name_en=_adjectival(scan, place, head, people.adjective),
                country=people.country,
            )
            return
    if count > 1 or (count and (sure or _rare(scan.words[place.stop]))):
        yield Finding(place.start, end, "ORG", "head")


def _adjectival(scan: Scan, place: Place, head: Head, adjective: str) -> str | None:
    """English of a definite head with one adjective and its state's («Iranian Olympic Committee»), if all is known."""
    told = composed(scan.words[place.stop])
    return f"{adjective} {head.name_en.replace('{name}', told)}" if told else None


def _in_marks(scan: Scan, place: Place, quoted: re.Match[str]) -> Iterator[Finding]:
    """The name in marks after a head; the list may know it by both («وكالة "فارس"»)."""
    group = quoted.lastindex or 1
    name = scan.text[slice(*quoted.span(group))].strip()
    start = scan.text.index(name, quoted.start(group))
    end = start + len(name)
    if not name or (name in common() and name.endswith(endings("adjective_ending"))):
        return
    if len(name.split()) > LONGEST or not words("preposition").isdisjoint(name.split()):
        return
    known = _listed().get(f"{scan.text[place.start : place.end]} {name}") or _listed().get(name)
    yield Finding(start, end, "ORG", "marks", known, country=known.country if known else None)


def _rare(word: str) -> bool:
    return word not in common() and word.removeprefix(DEFINITE_ARTICLE) not in common()


@cache
def _listed() -> dict[str, Known]:
    return {folded(form): known for form, known in known_names() if known.type == "ORG"}


def extent(scan: Scan, at: int, *, definite: bool, joint: bool) -> tuple[int, int]:
    """Where a body's name ends that goes on at word `at`, and how many words it took."""
    end, count = 0, 0
    while (
        count < LONGEST
        and scan.joined(at)
        and _belongs(scan, at, count, definite=definite, joint=joint)
    ):
        end = scan.ends[at]
        at, count = at + 1, count + 1
    return end, count


def _belongs(scan: Scan, at: int, count: int, *, definite: bool, joint: bool) -> bool:
    word = scan.words[at]
    if word in words("loose") or at in scan.titles or (at in scan.peoples and count):
        return False
    bare = word[1:] if joint and count and word.startswith(AND + DEFINITE_ARTICLE) else word
    if bare.startswith(DEFINITE_ARTICLE):
        return True
    return (
        not definite
        and not count
        and kind(word) in ("known", "unknown")
        and not word.endswith(endings("suffix") + endings("adjective_ending"))
    )


def _outlet(scan: Scan, place: Place, head: Head) -> Iterator[Finding]:
    """«صحيفة الوئام», «قناة "التلفزيون العربي"», «شركة "..."»."""
    at = place.stop
    while (
        scan.joined(at)
        and at - place.stop < 3
        and (at in scan.peoples or scan.words[at].startswith(DEFINITE_ARTICLE))
    ):
        at += 1
    quoted = _QUOTED.match(scan.text, scan.ends[at - 1] + 1)
    if quoted:
        yield from _in_marks(scan, place, quoted)
        return
    at = place.stop
    if (
        head.kind != "media"
        or not scan.joined(at)
        or at in scan.peoples
        or scan.words[at] in words("loose")
    ):
        return
    definite = scan.words[at].startswith(DEFINITE_ARTICLE)
    sure = scan.text[place.start : place.end] in words("sure_head")
    if sure if definite else kind(scan.words[at]) == "unknown":
        yield Finding(place.start, scan.ends[at], "ORG", "head")


@cache
def _things() -> frozenset[str]:
    return words("thing_head")


def _marked(scan: Scan) -> Iterator[Finding]:
    """Names in marks after a thing's noun («السفينة "..."»), or that begin with a body's head («"حزب ..."»)."""
    index_at = {start: index for index, start in enumerate(scan.starts)}
    for quoted in _QUOTED.finditer(scan.text):
        group = quoted.lastindex or 1
        start, end = quoted.span(group)
        index = index_at.get(start)
        if (
            index is None
            or scan.text.count(" ", start, end) > 4
            or scan.words[index] in words("preposition")
        ):
            continue
        if index in scan.heads and scan.heads[index][1].kind in ("body", "party", "company"):
            yield Finding(start, end, "ORG", "marks")
        elif _thing_before(scan, index):
            yield Finding(start, end, "OTHER", "marks")


def _thing_before(scan: Scan, index: int) -> bool:
    """Whether a thing's noun stands before the mark at `index - 1`, adjectives of nationality between."""
    at = index - 2
    while at > 0 and at in scan.peoples:
        at -= 1
    return at >= 0 and scan.words[at] in _things()
