"""Where reported words begin and end: the complement of a cue, and the clause it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alaqat.model.records import Token
from alaqat.quotes.document_index import Cue, View
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import ending, parts

# A complementizer further than this from its cue belongs to another verb (words of subject and adjuncts between).
REACH = 34
_COMPLEMENTIZERS = ("an", "bi", "fa")
_PREPOSITIONS = ("ila", "ala", "min", "can")
_EDGE = " \n\t.,،؛:!?؟…-–—)("
# Between a naming noun and its name stand adjectives, nothing else.
_BETWEEN = frozenset({"adverb", "breaker", "soft", "an", "bi", "wa"})
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Complement:
    """A complementizer: what it starts with (preposition included), where its clause begins, and its sort."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True, slots=True)
class Content:
    """What follows a cue up to the next one: a complementizer, marked words, a colon; `at` is the first of them."""

    at: int
    complement: Complement | None
    marks: tuple[Mark, ...]
    colon: int | None


def content(view: View, cue: Cue, stop: int) -> Content:
    """The content of `cue`, looked for in the text up to `stop`."""
    found = [mark for mark in view.marks_in(cue.end, stop) if not is_name(view, mark)]
    complement = _complement(view, cue, stop)
    if complement is not None:
        found = [mark for mark in found if mark.left >= complement.start or _certain(view, mark)]
        if found and found[0].left < complement.start:
            complement = None
    colon = _colon(view, cue, found[0].left if found else stop)
    places = [
        complement.start if complement else stop,
        found[0].left if found else stop,
        stop if colon is None else colon,
    ]
    return Content(min(places), complement, tuple(found), colon)


def _certain(view: View, mark: Mark) -> bool:
    """Marked words before a complementizer are the content only when long or after a colon."""
    return mark.words > 5 or view.text[: mark.left][-3:].strip().endswith(":")


def _colon(view: View, cue: Cue, stop: int) -> int | None:
    at = view.text.find(":", cue.end, min(stop, cue.end + 160))
    return at if at >= 0 else None


def _complement(view: View, cue: Cue, stop: int) -> Complement | None:
    """The first complementizer that the cue can govern."""
    tokens = view.tokens(cue.end, stop, REACH)
    for number, token in enumerate(tokens):
        if view.marked(token.start) or view.named(token.start):
            continue
        if number and "cut" in parts(token.text) and not tokens[number - 1].text[0].isalnum():
            return None
        sort = next((sort for sort in _COMPLEMENTIZERS if sort in parts(token.text)), None)
        if sort is None or (sort == "fa" and cue.entry.kind != "source"):
            continue
        before = tokens[number - 1] if number else None
        if sort == "an" and _needed(tokens, number):
            continue
        lead = _preposition(before) if sort == "an" and before is not None else None
        if cue.entry.kind != "source" and not {lead or sort} & cue.entry.takes:
            continue
        start = before.start if lead and before is not None else token.start
        return Complement(start, _past(tokens, number), lead or sort)
    return None


def _needed(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word of need or judgement stands before the complementizer, an adverb between («very sad that»)."""
    while number > 1 and "adverb" in parts(tokens[number - 1].text):
        number -= 1
    return number > 0 and "necessity" in parts(tokens[number - 1].text)


def _preposition(token: Token) -> str | None:
    roles = parts(token.text)
    return next((sort for sort in _PREPOSITIONS if sort in roles), None)


def _past(tokens: Sequence[Token], number: int) -> int:
    """End of the complementizer, a repeated one included (a common slip)."""
    end = number
    while end + 1 < len(tokens) and tokens[end + 1].text == tokens[number].text:
        end += 1
    return tokens[end].end


def is_name(view: View, mark: Mark) -> bool:
    """Whether marked words are a name or title: nobody's words."""
    inner = view.text[mark.start : mark.end]
    if mark.words <= 8 and (_named_before(view, mark) or _titled(view, mark)):
        return True
    if (
        mark.words <= 5
        and "named" in parts(inner.split()[0])
        and not (_predicated(view, mark) and _ends(view, mark))
    ):
        return True
    if mark.words <= 2 and ending("site", inner):
        return True
    naming = view.naming_in(mark.start, mark.end)
    if (
        mark.words <= 5
        and naming is not None
        and naming.start - mark.start <= 2
        and naming.end >= mark.end - 1
    ):
        return True
    return mark.words <= 4 and len(_LATIN.findall(inner)) * 2 > len(inner)


def _ends(view: View, mark: Mark) -> bool:
    """Whether the clause ends with the mark: what goes on after it has the marked words for its subject."""
    return not view.text[mark.right : mark.right + 2].strip()[:1].isalnum()


def _predicated(view: View, mark: Mark) -> bool:
    """Whether the mark follows a complementizer or a colon: «said it is "an operation …"»."""
    at = view.token_index(mark.left)
    before = view.document.tokens[at - 1].text if at else ":"
    return before[-1] == ":" or bool({"an", "bi"} & parts(before))


def _titled(view: View, mark: Mark) -> bool:
    """«entitled: "…"»; the article alone before the mark («the "…"») makes it a name too."""
    at = view.token_index(mark.left)
    before = [token.text for token in view.document.tokens[max(0, at - 2) : at]]
    if before and "article" in parts(before[-1]) and mark.words <= 4:
        return True
    return len(before) > 1 and before[1] == ":" and "titling" in parts(before[0])


def _named_before(view: View, mark: Mark) -> bool:
    """A naming noun stands right before the mark, or one word earlier (its adjective between)."""
    at = view.token_index(mark.left)
    before = view.document.tokens[
        max(0, at - (3 if mark.words <= 2 else 2 if mark.words <= 4 else 1)) : at
    ]
    for token in reversed(before):
        roles = parts(token.text)
        if "naming" in roles:
            return True
        if not token.text[0].isalnum() or roles & _BETWEEN:
            return False
    return False


def clauses(view: View, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The reported clauses of `start:stop`: cut where the narrator goes on, split at «and that …»."""
    begin = start
    tokens = view.tokens(start, stop, 500)
    for number, token in enumerate(tokens):
        roles = parts(token.text)
        after_comma = number > 0 and tokens[number - 1].text in ("،", ",", "؛")
        if number > 2 and "cut" in roles and (after_comma or "lone" in roles):
            stop = token.start
            break
        if "wa" in roles and token.start > begin:
            yield from _trimmed(view, begin, token.start)
            begin = token.end
    yield from _trimmed(view, begin, stop)


def _trimmed(view: View, start: int, stop: int) -> Iterator[tuple[int, int]]:
    inner = view.text[start:stop]
    begin = start + len(inner) - len(inner.lstrip(_EDGE))
    end = start + len(inner.rstrip(_EDGE + '"«“”'))
    if end > begin and inner.count(")", 0, end - start) < inner.count("(", 0, end - start):
        end += 1 if view.text[end : end + 1] == ")" else 0
    if begin < end:
        yield begin, end
