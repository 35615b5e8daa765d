"""Bodies by the pattern of their names: ministries, organs, parties, media, names in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE, with_article_restored
from alaqat.arabic.fold import folded
from alaqat.arabic.quotation_marks import PAIRS, between_marks
from alaqat.entities.gazetteer import BodyHead, endings, known_names, words
from alaqat.entities.list_matches import ListMatches, MatchSpan
from alaqat.entities.name_words import common, is_rare, word_kind
from alaqat.entities.romanization import composed
from alaqat.entities.spans import EntitySpan, ListedName
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import table


def find(matches: ListMatches) -> Iterator[EntitySpan]:
    """Bodies, and things named in marks (ships, works, laws)."""
    for index, (span, head) in matches.body_heads.items():
        if not _is_in_listed_name(matches, index, span):
            yield from _with_head(matches, span, head)
    for index in matches.portfolios:
        yield from _bare_ministry(matches, index)
    yield from _in_any_marks(matches)


def _is_in_listed_name(matches: ListMatches, index: int, span: MatchSpan) -> bool:
    """True if a listed body or person includes or follows the head, or a blocked phrase does."""
    if any(start <= span.start < end for start, end in matches.blocked):
        return True
    return any(
        matches.has_name(first, "ORG", "PER") and matches.names[first][0].end >= span.end
        for first in (index, span.stop)
    )


def _with_head(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    match head.kind:
        case "ministry":
            yield from _ministry(matches, span, head)
        case "state":
            yield from _organ(matches, span, head)
        case "local":
            yield from _local_organ(matches, span, head)
        case "body" | "party":
            yield from _association(matches, span, head)
        case "media" | "company":
            yield from _outlet(matches, span, head)


def _local_organ(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    """«شرطة دبي», «محكمة باريس»: an organ of a town or state, by the place's name."""
    if not matches.is_joined(span.stop) or not matches.has_name(span.stop, "LOC"):
        return
    place, listed = matches.names[span.stop]
    if matches.is_whole_word(span.stop, place):
        name_en = head.name_en.replace("{name}", listed.name_en)
        yield EntitySpan(
            span.start, place.end, "ORG", "organ", name_en=name_en, country=listed.country
        )


def _ministry(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    """«وزارة الخارجية التركية», «وزارتي الدفاع والداخلية السوريتين», «وزارة الخارجية»."""
    portfolios: list[str] = []
    stop, end = span.stop, span.end
    while stop in matches.portfolios and len(portfolios) < distance("entity-portfolios"):
        next_span, portfolio = matches.portfolios[stop]
        if portfolio.possessed:
            break
        portfolios.append(portfolio.name_en)
        stop, end = next_span.stop, next_span.end
    if portfolios:
        name_en = head.name_en.replace("{field}", " and ".join(portfolios))
        yield _of_state(matches, MatchSpan(span.start, stop, end), name_en)


def _organ(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    """«البرلمان التركي», «البنك المركزي السويسري»: most organs need their state's adjective."""
    if _has_demonym(matches, span.stop) or matches.slice(span) in words("alone_head"):
        yield _of_state(matches, span, head.name_en)


def _bare_ministry(matches: ListMatches, index: int) -> Iterator[EntitySpan]:
    """«الخارجية التركية»: the portfolio alone with a feminine adjective."""
    span, portfolio = matches.portfolios[index]
    if not _has_demonym(matches, span.stop) or not matches.demonyms[span.stop][1].feminine:
        return
    phrase = with_article_restored(matches.slice(span))
    if phrase in words("alone") and not _has_head_before(matches, index):
        name_en = _ministry_pattern().replace("{field}", portfolio.name_en)
        yield _of_state(matches, span, name_en)


@cache
def _ministry_pattern() -> str:
    return next(row["name_en"] for row in table("org_heads") if row["kind"] == "ministry")


def _has_head_before(matches: ListMatches, index: int) -> bool:
    """True if the word before belongs to the portfolio: a head, or a noun it is the adjective of.

    An example of the second is «التجارة الخارجية الروسية».
    """
    before = matches.words[index - 1] if index else ""
    if before in words("blocker") or index - 1 in matches.body_heads:
        return True
    is_noun = before.startswith(DEFINITE_ARTICLE) and before not in words("never")
    return is_noun and matches.is_joined(index)


def _has_demonym(matches: ListMatches, index: int) -> bool:
    return index in matches.demonyms and matches.is_joined(index)


def _of_state(matches: ListMatches, span: MatchSpan, name_en: str) -> EntitySpan:
    """The body at `span`, with its state's adjective if one follows."""
    if not _has_demonym(matches, span.stop):
        name_en = name_en.replace("{adj} ", "")
        return EntitySpan(span.start, span.end, "ORG", "organ", name_en=name_en)
    adjective, demonym = matches.demonyms[span.stop]
    name_en = name_en.replace("{adj}", demonym.adjective)
    return EntitySpan(
        span.start, adjective.end, "ORG", "organ", name_en=name_en, country=demonym.country
    )


def _association(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    """«حزب العمل», «حركة النهضة», «اللجنة الاقتصادية المشتركة»."""
    quoted = _quoted().match(matches.text, span.end + 1)
    if quoted and head.kind == "body":
        yield from _in_marks(matches, span, quoted)
        return
    is_party = head.kind == "party"
    is_sure = matches.slice(span) in words("sure_head")
    end, count = name_extent(matches, span.stop, definite=is_party, joint=is_sure)
    national = _national_association(matches, span, head) if is_party and count == 1 else None
    if national:
        yield national
    elif count > 1 or (count == 1 and _is_specific(matches, span)):
        yield EntitySpan(span.start, end, "ORG", "head")


def _is_specific(matches: ListMatches, span: MatchSpan) -> bool:
    """True if a head and the one word after it make a name."""
    return matches.slice(span) in words("sure_head") or is_rare(matches.words[span.stop])


def _national_association(
    matches: ListMatches, span: MatchSpan, head: BodyHead
) -> EntitySpan | None:
    """«اللجنة الأولمبية الإيرانية»: a head, one adjective and that of the state."""
    index = span.stop + 1
    if not _has_demonym(matches, index):
        return None
    adjective, demonym = matches.demonyms[index]
    if not matches.is_whole_word(index, adjective):
        return None
    kind_en = composed(matches.words[span.stop])
    name_en = f"{demonym.adjective} {head.name_en.replace('{name}', kind_en)}" if kind_en else None
    return EntitySpan(
        span.start, adjective.end, "ORG", "head", name_en=name_en, country=demonym.country
    )


@cache
def _quoted() -> re.Pattern[str]:
    """Pattern of a name between quotation marks or round brackets, one group for each pair."""
    quoted = between_marks(PAIRS, 2, distance("entity-quoted-name"))
    bracketed = between_marks((("(", ")"),), 2, distance("entity-bracketed-name"))
    return re.compile(f"{quoted}|{bracketed}")


def _in_marks(matches: ListMatches, span: MatchSpan, quoted: re.Match[str]) -> Iterator[EntitySpan]:
    """The name in marks after a head; it may be listed with the head («وكالة "فارس"»)."""
    group = quoted.lastindex or 1
    name = quoted.group(group).strip()
    if not _is_body_name(name):
        return
    start = matches.text.index(name, quoted.start(group))
    listed = _listed_bodies().get(f"{matches.slice(span)} {name}") or _listed_bodies().get(name)
    country = listed.country if listed else None
    yield EntitySpan(start, start + len(name), "ORG", "marks", listed, country=country)


def _is_body_name(name: str) -> bool:
    """False for an adjective, a long phrase, and one with a preposition."""
    if not name or (name in common() and name.endswith(endings("adjective_ending"))):
        return False
    parts = name.split()
    return len(parts) <= distance("entity-body-words") and words("preposition").isdisjoint(parts)


@cache
def _listed_bodies() -> dict[str, ListedName]:
    return {folded(form): listed for form, listed in known_names() if listed.type == "ORG"}


def name_extent(
    matches: ListMatches, index: int, *, definite: bool, joint: bool
) -> tuple[int, int]:
    """Where a body's name that goes on at word `index` ends (folded offset), and its word count.

    `definite`: only definite words belong to it; `joint`: «و» may join them.
    """
    end, count = 0, 0
    while count < distance("entity-body-words") and matches.is_joined(index):
        if not _is_part_of_body(matches, index, count, definite=definite, joint=joint):
            break
        end = matches.ends[index]
        index, count = index + 1, count + 1
    return end, count


def _is_part_of_body(
    matches: ListMatches, index: int, count: int, *, definite: bool, joint: bool
) -> bool:
    """True if word `index` can follow `count` words of a body's name."""
    word = matches.words[index]
    if word in words("loose") or index in matches.titles:
        return False
    if count and index in matches.demonyms:
        return False
    if word.startswith(DEFINITE_ARTICLE):
        return True
    if count:
        return joint and word.startswith(AND + DEFINITE_ARTICLE)
    return not definite and _is_unlisted_name(word)


def _is_unlisted_name(word: str) -> bool:
    if word_kind(word) not in ("known", "unknown"):
        return False
    return not word.endswith(endings("suffix") + endings("adjective_ending"))


def _outlet(matches: ListMatches, span: MatchSpan, head: BodyHead) -> Iterator[EntitySpan]:
    """«صحيفة الوئام», «قناة "التلفزيون العربي"», «شركة "..."»."""
    last = _last_adjective(matches, span.stop)
    quoted = _quoted().match(matches.text, matches.ends[last] + 1)
    if quoted:
        yield from _in_marks(matches, span, quoted)
    elif head.kind == "media" and _is_outlet_name(matches, span):
        yield EntitySpan(span.start, matches.ends[span.stop], "ORG", "head")


def _last_adjective(matches: ListMatches, index: int) -> int:
    """The last of the adjectives that begin at word `index`; the word before if there are none."""
    stop = index + distance("entity-outlet-adjectives")
    while index < stop and matches.is_joined(index):
        if index not in matches.demonyms and not matches.words[index].startswith(DEFINITE_ARTICLE):
            break
        index += 1
    return index - 1


def _is_outlet_name(matches: ListMatches, span: MatchSpan) -> bool:
    """True if the word after a medium's noun is its name."""
    index = span.stop
    if not matches.is_joined(index) or index in matches.demonyms:
        return False
    word = matches.words[index]
    if word in words("loose"):
        return False
    if word.startswith(DEFINITE_ARTICLE):
        return matches.slice(span) in words("sure_head")
    return word_kind(word) == "unknown"


def _in_any_marks(matches: ListMatches) -> Iterator[EntitySpan]:
    """Names in marks after a thing's noun («السفينة "..."»), or with a head («"حزب ..."»)."""
    index_by_start = {start: index for index, start in enumerate(matches.starts)}
    for quoted in _quoted().finditer(matches.text):
        start, end = quoted.span(quoted.lastindex or 1)
        index = index_by_start.get(start)
        if index is None or matches.words[index] in words("preposition"):
            continue
        if matches.text.count(" ", start, end) >= distance("entity-body-words"):
            continue
        if _is_association(matches, index):
            yield EntitySpan(start, end, "ORG", "marks")
        elif _has_thing_before(matches, index):
            yield EntitySpan(start, end, "OTHER", "marks")


def _is_association(matches: ListMatches, index: int) -> bool:
    if index not in matches.body_heads:
        return False
    return matches.body_heads[index][1].kind in ("body", "party", "company")


def _has_thing_before(matches: ListMatches, index: int) -> bool:
    """True for a thing's noun before the mark at `index - 1`, adjectives of nationality between."""
    noun = index - 2
    while noun > 0 and noun in matches.demonyms:
        noun -= 1
    return noun >= 0 and matches.words[noun] in words("thing_head")
