"""Persons by their context: after a title, after a verb of speech, or as two listed names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE
from alaqat.entities import apposition, titles
from alaqat.entities.apposition import is_accusative, is_speech_opening
from alaqat.entities.gazetteer import speech_verbs, words
from alaqat.entities.list_matches import ListMatches, MatchSpan
from alaqat.entities.name_words import (
    has_final_alef_maksura,
    is_part,
    is_preposition,
    is_sure_part,
    press_names,
    word_kind,
)
from alaqat.entities.names import PLAIN_KINDS, Name, is_first_name, is_free, read
from alaqat.entities.spans import EntitySpan, OfficeSpan
from alaqat.lexicon.distances import distance

# Before a name that follows a pause; a name after another mark may be that of a thing.
_BEFORE_PERSON: Final = frozenset(" (")
_MARKS: Final = frozenset(',،("«“:')


def find(matches: ListMatches) -> tuple[list[EntitySpan], list[OfficeSpan]]:
    """Persons, and every title as read."""
    people, offices = _titled(matches)
    people.extend(_second_adjectives(matches))
    people.extend(_by_nationality(matches))
    people.extend(_untitled(matches))
    people.extend(_recurring(matches))
    people.extend(_resumed(matches))
    people.extend(apposition.find(matches))
    return people, offices


def _titled(matches: ListMatches) -> tuple[list[EntitySpan], list[OfficeSpan]]:
    """Persons named after or before a title, and the titles."""
    people: list[EntitySpan] = []
    offices: list[OfficeSpan] = []
    stop, previous = -1, None
    for index in sorted(matches.titles):
        if index < stop:
            continue
        office, stop, is_sure = titles.read(matches, index)
        office = _with_role_of(previous, office)
        previous = previous if office.relation else office
        if not _is_genitive_head(matches, index, office):
            offices.append(office)
            people.extend(_holders(matches, index, stop, office, is_sure=is_sure))
    return people, offices


def _holders(
    matches: ListMatches, index: int, stop: int, office: OfficeSpan, *, is_sure: bool
) -> Iterator[EntitySpan]:
    """The person named after the title `index:stop`, and the one before it if it names another."""
    after = _person_after(matches, stop, office, is_sure=is_sure)
    if after:
        yield after
    before = _person_before(matches, index, office) if after is None or office.inner else None
    if before:
        yield before


def _person_before(matches: ListMatches, index: int, office: OfficeSpan) -> EntitySpan | None:
    """The name between a verb of speech and an office: «قال فلان الفلاني، المتحدث باسم …»."""
    end = index - (matches.words[index - 1] in _MARKS) if index else 0
    longest = distance("entity-full-name-words")
    for begin in range(end - 2, max(end - longest - 1, 0), -1):
        if matches.words[begin - 1] in speech_verbs() and _is_name(matches, begin, end):
            # The subject of a verb has no «and»: a first letter that looks like it is the name's.
            return EntitySpan(
                matches.starts[begin],
                matches.ends[end - 1],
                "PER",
                "introduced",
                office=office,
                country=office.country,
            )
    return None


def _is_name(matches: ListMatches, begin: int, end: int) -> bool:
    """True if all words `begin:end` can be parts of one name, and one is very likely a name."""
    if not is_free(matches, begin):
        return False
    if not all(matches.is_joined(index) for index in range(begin + 1, end)):
        return False
    if any(_is_no_part(matches, index) for index in range(begin, end)):
        return False
    parts = matches.words[begin:end]
    if not any(word_kind(word) in ("known", "unknown") for word in parts):
        return False
    return all(word_kind(word) in PLAIN_KINDS or is_part(word) for word in parts)


def _is_no_part(matches: ListMatches, index: int) -> bool:
    """True for «على», and where a title, body, portfolio or nationality begins."""
    if is_preposition(matches, index):
        return True
    entries = (matches.titles, matches.body_heads, matches.portfolios, matches.demonyms)
    return any(index in entry for entry in entries)


def _recurring(matches: ListMatches) -> Iterator[EntitySpan]:
    """Full names of which the last word alone is the subject of another verb of speech."""
    subjects = [
        index
        for index in range(1, len(matches.words))
        if matches.words[index - 1] in speech_verbs() and index not in matches.names
    ]
    subject_words = {matches.words[index] for index in subjects}
    for index in subjects:
        name = read(matches, index)
        if name is None or not name.is_whole(matches, index):
            continue
        recurs = matches.words[name.stop - 1] in subject_words
        if recurs and _is_full_name(name) and "chain" not in name.kinds:
            yield EntitySpan(name.start, name.end, "PER", "recurring")


def _resumed(matches: ListMatches) -> Iterator[EntitySpan]:
    """Given names of the press with an unlisted word behind that stands alone elsewhere."""
    counts, pairs = Counter(matches.words), Counter(pairwise(matches.words))
    for index, (first, last) in enumerate(pairwise(matches.words)):
        if first not in press_names() or counts[last] == pairs[first, last]:
            continue
        name = read(matches, index)
        if name is not None and name.kinds == ("known", "unknown"):
            yield EntitySpan(name.start, name.end, "PER", "resumed")


def _is_full_name(name: Name) -> bool:
    """True for a plain name of two or three words."""
    return name.is_plain() and 1 < len(name.kinds) <= distance("entity-full-name-words")


def _with_role_of(previous: OfficeSpan | None, office: OfficeSpan) -> OfficeSpan:
    """«نظيره» with the role of the office before it, which the counterpart holds elsewhere."""
    if previous is None or not office.relation or office.role_en:
        return office
    if office.start - previous.end > distance("entity-counterpart-reach"):
        return office
    return replace(office, role_en=previous.role_en, portfolio=previous.portfolio)


def _second_adjectives(matches: ListMatches) -> Iterator[EntitySpan]:
    """The second person of one title: «نظيراه البريطاني فلان والألماني فلان»."""
    for index, (span, demonym) in matches.demonyms.items():
        if matches.is_whole_word(index, span) or not matches.is_joined(index):
            continue
        if not matches.is_joined(span.stop):
            continue
        office = OfficeSpan(span.start, span.end, "", country=demonym.country)
        person = _person_after(matches, span.stop, office, is_sure=True)
        if person and _is_after_name(matches, index):
            yield person


def _by_nationality(matches: ListMatches) -> Iterator[EntitySpan]:
    """Persons named behind their nationality: «استقال السويسري فلان الفلاني»."""
    for index, (span, demonym) in matches.demonyms.items():
        if not _is_noun_of_person(matches, index, span) or not matches.is_joined(span.stop):
            continue
        name = read(matches, span.stop)
        if name and name.is_whole(matches, span.stop) and _is_full_name(name):
            office = OfficeSpan(span.start, span.end, "", country=demonym.country)
            yield EntitySpan(
                name.start, name.end, "PER", "title", office=office, country=demonym.country
            )


def _is_noun_of_person(matches: ListMatches, index: int, span: MatchSpan) -> bool:
    """True for a definite adjective of nationality right behind a word that it cannot describe."""
    if index == 0 or not matches.is_joined(index) or not matches.is_whole_word(index, span):
        return False
    before = matches.words[index - 1]
    is_definite = before.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE))
    is_verb = before in speech_verbs() or before in words("verb_before_person")
    return is_verb and not is_definite and matches.text.startswith(DEFINITE_ARTICLE, span.start)


def _is_after_name(matches: ListMatches, index: int) -> bool:
    """True if the word before `index` can end a personal name."""
    if word_kind(matches.words[index - 1]) in ("known", "unknown"):
        return True
    return any(
        span.stop == index and listed.type == "PER" for span, listed in matches.names.values()
    )


def _is_genitive_head(matches: ListMatches, index: int, office: OfficeSpan) -> bool:
    """True for a bare title («مستشار», «المتحدث باسم»): the next name is its genitive."""
    span, entry = matches.titles[index]
    if entry.takes != "org" or office.end != span.end:
        return False
    if matches.words[span.stop - 1] in words("connector"):
        return True
    return not matches.text.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE), span.start)


def _person_after(
    matches: ListMatches, index: int, office: OfficeSpan, *, is_sure: bool
) -> EntitySpan | None:
    """The person named at word `index` after an office, or after a mark there."""
    has_mark = index < len(matches.words) and matches.words[index] in _MARKS
    index += has_mark
    if index >= len(matches.words) or not (has_mark or matches.is_joined(index)):
        return None
    if matches.has_name(index, "PER"):
        return _listed_holder(matches, index, office)
    can_be_entry = is_sure and not office.role_en and not office.relation
    name = read(matches, index, titled=can_be_entry)
    if name is None or not name.is_whole(matches, index):
        return None
    if _is_likely_name(name, is_sure=is_sure, has_mark=has_mark) or _is_foreign_name(
        matches, name, office, has_mark=has_mark
    ):
        return EntitySpan(
            name.start, name.end, "PER", "title", office=office, country=office.country
        )
    return None


def _listed_holder(matches: ListMatches, index: int, office: OfficeSpan) -> EntitySpan:
    """The listed person at word `index`, with the inner office if it is the one they hold."""
    span, listed = matches.names[index]
    if office.inner and listed.role == office.inner[1]:
        office = replace(office, start=office.inner[0], role_en=office.inner[1], inner=None)
    return EntitySpan(
        span.start, span.end, "PER", "title", listed, office=office, country=listed.country
    )


def _is_foreign_name(
    matches: ListMatches, name: Name, office: OfficeSpan, *, has_mark: bool
) -> bool:
    """True for a full name in no list after a definite office, or after a mark up to a pause."""
    if not _is_full_name(name) or is_accusative(matches, name):
        return False
    if not has_mark:
        return matches.text.startswith(DEFINITE_ARTICLE, office.start)
    is_after_pause = matches.text[name.start - 1] in _BEFORE_PERSON
    return is_after_pause and is_speech_opening(matches, name.stop)


def _is_likely_name(name: Name, *, is_sure: bool, has_mark: bool) -> bool:
    """True if words after a title are a name.

    After a mark they must be listed names; after a title that only persons have (`is_sure`) any
    uncommon word is enough, after another one the first or second must be listed.
    """
    first, rest = name.kinds[0], name.kinds[1:]
    if has_mark:
        return first == "known" and bool(rest)
    match first:
        case "weak":
            return "known" in rest
        case "unknown":
            return is_sure or "known" in rest
        case "chain":
            return bool(rest) or not is_sure
        case _:
            return first == "known"


def _untitled(matches: ListMatches) -> Iterator[EntitySpan]:
    """Names that no title precedes."""
    index = 0
    while index < len(matches.words):
        name = read(matches, index) if _can_begin_untitled(matches, index) else None
        if name and _is_untitled_name(matches, index, name):
            stop = _untitled_stop(index, name)
            yield EntitySpan(name.start, matches.ends[stop - 1], "PER", "names")
            index = stop
        else:
            index += 1


def _untitled_stop(index: int, name: Name) -> int:
    """Where a name at word `index` ends: before its first unlisted word after the second."""
    for position in range(2, len(name.kinds)):
        if name.kinds[position] in ("unknown", "article"):
            return index + position
    return name.stop


def _can_begin_untitled(matches: ListMatches, index: int) -> bool:
    """True if word `index`, a clitic left out or not, can begin a name that no list has whole."""
    word = matches.words[index]
    if len(word) == 1:
        return False
    if not (is_sure_part(word) or is_sure_part(word[1:]) or is_first_name(matches, index)):
        return False
    if word.startswith(DEFINITE_ARTICLE) or word in words("place_part"):
        return False
    return not matches.has_name(index, "PER") and not has_final_alef_maksura(matches, index)


def _is_untitled_name(matches: ListMatches, index: int, name: Name) -> bool:
    """True for two listed parts of a name, the first frequent or subject of a verb of speech."""
    if len(name.kinds) == 1 or "unknown" in name.kinds[:2]:
        return False
    first, second = name.kinds[:2]
    is_subject = index > 0 and matches.words[index - 1] in speech_verbs()
    if first == "chain":
        return is_subject and second == "known"
    if is_subject:
        return second in ("known", "chain", "article")
    is_first_sure = name.bearers == 0 or name.bearers >= distance("entity-frequent-bearers")
    return is_first_sure and second in ("known", "chain")
