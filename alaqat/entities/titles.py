"""Reading a title word by word: portfolio, state, body or place, ranks and honorifics."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE
from alaqat.entities.bodies import name_extent
from alaqat.entities.gazetteer import TitleEntry, words
from alaqat.entities.list_matches import ListMatches, MatchSpan
from alaqat.entities.name_words import word_kind
from alaqat.entities.names import is_free
from alaqat.entities.spans import ListedName, OfficeSpan
from alaqat.lexicon.distances import distance

# Offices of a town, also of a capital.
LOCAL_ROLES: Final = frozenset({"Mayor", "Governor"})


class TitleStep(NamedTuple):
    """The office so far, the index of the word after it, and the entry that says what may follow.

    `is_sure`: the last word read can only belong to a person's title.
    """

    office: OfficeSpan
    stop: int
    is_sure: bool
    entry: TitleEntry


def read(matches: ListMatches, index: int) -> tuple[OfficeSpan, int, bool]:
    """The office that begins at word `index`, and the index of the word after it.

    The third value is True if the title can only be a person's.
    """
    span, entry = matches.titles[index]
    role = "" if entry.kind == "honorific" and not entry.nominal else entry.role_en
    is_relation = entry.kind == "relation"
    office = OfficeSpan(span.start, span.end, role, nominal=entry.nominal, relation=is_relation)
    is_sure = is_relation or entry.kind == "honorific"
    stop, last = span.stop, index + distance("entity-title-reach")
    while stop < min(last, len(matches.words)):
        step = _extended(matches, stop, office, entry)
        if step is None:
            break
        office, stop, entry = step.office, step.stop, step.entry
        is_sure = is_sure or step.is_sure
    if _is_definite_description(matches, index, office):
        office = replace(office, nominal=True)
    return office, stop, is_sure


def _is_definite_description(matches: ListMatches, index: int, office: OfficeSpan) -> bool:
    """True for a definite office of a body or of another («المتحدث باسم الوزارة»)."""
    span, entry = matches.titles[index]
    if entry.takes != "org" or entry.kind != "office" or office.end <= span.end:
        return False
    return matches.text.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE), span.start)


def _extended(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep | None:
    """The office extended by word `index`; None if it ends before."""
    if not matches.is_joined(index) or _has_clitic_before_title(matches, index):
        return None
    if index in matches.portfolios and entry.takes == "yes" and office.portfolio is None:
        span, portfolio = matches.portfolios[index]
        office = replace(office, end=span.end, portfolio=portfolio.name_en)
        return TitleStep(office, span.stop, True, entry)
    if index in matches.demonyms:
        span, demonym = matches.demonyms[index]
        office = replace(office, end=span.end, country=office.country or demonym.country)
        return TitleStep(office, span.stop, True, entry)
    return _with_later_title(matches, index, office, entry) or _with_institution(
        matches, index, office, entry
    )


def _has_clitic_before_title(matches: ListMatches, index: int) -> bool:
    """True if another title begins in word `index` after a clitic: it is another person's."""
    return index in matches.titles and not matches.is_whole_word(index, matches.titles[index][0])


def _with_later_title(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep | None:
    """The office with a second title of the same person at word `index`."""
    if index not in matches.titles:
        return None
    span, later = matches.titles[index]
    if not _can_follow(matches, span, later, office):
        return None
    office = _with_title(office, span, later)
    return TitleStep(office, span.stop, False, later if later.takes else entry)


def _with_institution(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep | None:
    """The office with the place, body or portfolio at word `index`, or a word that leads to one."""
    if matches.has_name(index, "LOC", "ORG") and not _is_given_name(matches, index):
        return _with_listed_name(matches, index, office, entry)
    if index in matches.body_heads:
        return _with_body(matches, index, office, entry)
    if index in matches.portfolios and entry.takes:
        return _with_body_portfolio(matches, index, office, entry)
    if _is_modifier(matches.words[index], entry):
        return TitleStep(replace(office, end=matches.ends[index]), index + 1, False, entry)
    if _is_connector(matches, index):
        office = replace(office, short_end=office.short_end or office.end)
        return TitleStep(office, index + 1, False, replace(entry, takes="org"))
    return None


def _with_listed_name(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep | None:
    """The office of a listed place or body; None if that follows a state without connector."""
    if office.country and matches.words[index - 1] not in words("connector"):
        return None
    stop = matches.names[index][0].stop
    return TitleStep(_with_place(matches, index, office), stop, True, entry)


def _is_given_name(matches: ListMatches, index: int) -> bool:
    """True if word `index` is a given name, a town's too, with another part of a name after it."""
    if not is_free(matches, index) or not matches.is_joined(index + 1):
        return False
    return word_kind(matches.words[index + 1]) in ("known", "unknown")


def _is_modifier(word: str, entry: TitleEntry) -> bool:
    return word in words("modifier") or (entry.takes == "org" and word in words("office_noun"))


def _is_connector(matches: ListMatches, index: int) -> bool:
    """True if word `index` leads to the body or place of the office."""
    word = matches.words[index]
    if word in words("host"):
        return True
    return word in words("connector") and _is_institution(matches, index + 1)


def _is_institution(matches: ListMatches, index: int) -> bool:
    """True if a place, body, portfolio or adjective of nationality begins at word `index`."""
    entries = (matches.names, matches.body_heads, matches.portfolios, matches.demonyms)
    return matches.is_joined(index) and any(index in entry for entry in entries)


def _can_follow(
    matches: ListMatches, span: MatchSpan, later: TitleEntry, office: OfficeSpan
) -> bool:
    """True if a second title is the same person's.

    It is an honorific, a rank, or a definite title after one without article («مستشار الرئيس»).
    """
    if later.kind == "honorific":
        return True
    if not office.nominal:
        return later.kind in ("military", "office")
    if later.kind != "military" or later.takes:
        return False
    phrase = matches.slice(span)
    return phrase.startswith(DEFINITE_ARTICLE) and not (later.nominal and " " in phrase)


def _with_title(office: OfficeSpan, span: MatchSpan, later: TitleEntry) -> OfficeSpan:
    """The office with an inner title («المتحدث باسم الرئيس»), or a rank after it («الجنرال»)."""
    if later.kind == "office":
        return replace(office, end=span.end, inner=(span.start, later.role_en), plain_end=None)
    return replace(office, end=span.end, plain_end=office.plain_end or office.end)


def _with_body(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep:
    """The office of a body («المتحدث باسم وزارة الدفاع»), by its English name as far as read."""
    span, head = matches.body_heads[index]
    entry = replace(entry, takes=entry.takes or "org")
    if "{name}" not in head.name_en:
        office = replace(office, end=span.end, body=office.body or head.name_en)
        return TitleStep(office, span.stop, False, entry)
    end, count = name_extent(matches, span.stop, definite=True, joint=False)
    office = replace(office, end=end if count else span.end)
    return TitleStep(office, span.stop + count, False, entry)


def _with_body_portfolio(
    matches: ListMatches, index: int, office: OfficeSpan, entry: TitleEntry
) -> TitleStep:
    """The office with the portfolio of its ministry."""
    span, portfolio = matches.portfolios[index]
    body = office.body.replace("{field}", portfolio.name_en) if office.body else None
    return TitleStep(replace(office, end=span.end, body=body), span.stop, False, entry)


def _with_place(matches: ListMatches, index: int, office: OfficeSpan) -> OfficeSpan:
    """The office of the listed place or body at word `index`."""
    span, listed = matches.names[index]
    nominal = office.nominal or _is_head_of_state(matches, index, office)
    is_national = listed.kind in ("state", "capital", "body")
    country = office.country or (listed.country if is_national else None)
    office = replace(office, end=span.end, country=country, nominal=nominal)
    if office.body or office.place or office.short_end:
        return office
    if listed.type == "ORG":
        return replace(office, body=listed.name_en)
    if _is_seat(listed) and office.role_en not in LOCAL_ROLES:
        return office
    return replace(office, place=listed.name_en)


def _is_seat(listed: ListedName) -> bool:
    """True for a state, and for a capital that means the state."""
    return listed.kind in ("state", "capital")


def _is_head_of_state(matches: ListMatches, index: int, office: OfficeSpan) -> bool:
    """True for «رئيس فرنسا»: it describes a person without an article; «سفير فرنسا» does not."""
    span, listed = matches.names[index]
    if not _is_seat(listed) or office.short_end is not None:
        return False
    if index > 1 and matches.words[index - 2] in words("post"):
        return False
    has_article = matches.text.startswith(SWALLOWED_ARTICLE, span.start)
    return matches.is_whole_word(index, span) and not has_article
