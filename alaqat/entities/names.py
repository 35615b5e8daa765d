"""Reading a personal name word by word: where it can begin, what continues it, where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE
from alaqat.entities.gazetteer import complementizers, endings, speech_verbs, words
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import (
    CLITIC_LETTERS,
    WordKind,
    bearers_by_part,
    has_hamza_after_clitic,
    is_part,
    is_preposition,
    is_sure_part,
    kind_at,
    press_names,
    word_kind,
)
from alaqat.lexicon.distances import distance

PLAIN_KINDS = frozenset(("known", "unknown", "chain"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name at the folded offsets `start:end`.

    `stop` is the index of the word after it, `kinds` the kinds of its words, `bearers` the number
    of people with the first of them.
    """

    start: int
    end: int
    stop: int
    kinds: tuple[WordKind, ...]
    bearers: int

    def is_whole(self, matches: ListMatches, index: int) -> bool:
        """True if the name begins with word `index` and not after a clitic of it."""
        return self.start == matches.starts[index]

    def is_plain(self) -> bool:
        """True if nothing but listed parts of names and unlisted words make the name."""
        return PLAIN_KINDS.issuperset(self.kinds)


def is_free(matches: ListMatches, index: int) -> bool:
    """True if no listed name begins at word `index`, or a town that is a given name («سارة»)."""
    if index not in matches.names:
        return True
    if matches.names[index][1].kind not in ("city", "place"):
        return False
    word = matches.words[index]
    bearers = bearers_by_part().get(word, 0)
    return word in press_names() or bearers >= distance("entity-given-name-bearers")


def read(matches: ListMatches, index: int, *, titled: bool = False) -> Name | None:
    """The name that begins at word `index`, as long as its words can belong to it.

    `titled`: an honorific precedes it, so that a listed body's or place's name may be a person's
    («فتح»).
    """
    if index >= len(matches.words) or is_preposition(matches, index):
        return None
    if _is_other_entry(matches, index, titled=titled):
        return None
    start, first = _beginning(matches, index)
    if not _can_begin(matches, index, start, first):
        return None
    kinds, stop = _continued(matches, index + 1, first)
    if kinds[-1] == "chain":
        kinds, stop = kinds[:-1], stop - 1
    if not kinds:
        return None
    bearers = bearers_by_part().get(matches.text[start : matches.ends[index]], 0)
    return Name(start, matches.ends[stop - 1], stop, tuple(kinds), bearers)


def _is_other_entry(matches: ListMatches, index: int, *, titled: bool) -> bool:
    """True if a title, an adjective of nationality, a place or a body begins at word `index`."""
    if titled and index in matches.names and is_part(matches.words[index]):
        return False
    if index in matches.titles or index in matches.demonyms:
        return True
    return matches.has_name(index, "LOC", "ORG", "OTHER") and not is_free(matches, index)


def _beginning(matches: ListMatches, index: int) -> tuple[int, WordKind]:
    """Where the name starts in word `index`, a clitic left out, and the kind of its first word."""
    word, start = matches.words[index], matches.starts[index]
    kind = kind_at(matches, index)
    if kind == "no" and is_first_name(matches, index):
        return start, "weak"
    has_clitic = kind in ("no", "unknown") and word[:1] in CLITIC_LETTERS
    if has_clitic and is_sure_part(word[1:]):
        return start + 1, word_kind(word[1:])
    return start, kind


def _can_begin(matches: ListMatches, index: int, start: int, kind: WordKind) -> bool:
    """True if a word of `kind` that starts at `start` in word `index` can be a name's first."""
    match kind:
        case "no" | "article":
            return False
        case "unknown":
            return not has_hamza_after_clitic(matches, index)
        case "chain":
            return matches.text[start : matches.ends[index]] in words("chain_first")
        case _:
            return True


def _continued(matches: ListMatches, index: int, first: WordKind) -> tuple[list[WordKind], int]:
    """The kinds of the words of a name that goes on at word `index`, and the word after it."""
    kinds = [first]
    while index < len(matches.words) and len(kinds) < distance("entity-name-words"):
        hyphen = _is_hyphen(matches, index)
        kind = (
            _second_kind(matches, index + 1)
            if hyphen
            else _continuation_kind(matches, index, kinds)
        )
        if kind is None:
            break
        kinds.append(kind)
        index += 1 + hyphen
    return kinds, index


def _is_hyphen(matches: ListMatches, index: int) -> bool:
    """True if word `index` is a hyphen between two words («يو-جونغ»)."""
    if index + 1 >= len(matches.words) or matches.words[index] != "-":
        return False
    follows = matches.ends[index - 1] == matches.starts[index]
    return follows and matches.ends[index] == matches.starts[index + 1]


def _continuation_kind(matches: ListMatches, index: int, kinds: list[WordKind]) -> WordKind | None:
    """The kind of word `index` after words of `kinds`; None if the name has ended."""
    if not matches.is_joined(index) or (index in matches.demonyms and kinds[-1] != "chain"):
        return None
    word = matches.words[index]
    if kinds[-1] == "chain" or (word in words("tail") and kinds[-1] in ("known", "weak")):
        return "known" if _can_end_compound(matches, index) else None
    if _is_list_entry(matches, index) or is_preposition(matches, index):
        return None
    if has_hamza_after_clitic(matches, index):
        return None
    if _is_initial(matches, index):
        return "known"
    return _second_kind(matches, index) if len(kinds) == 1 else _later_kind(word)


def _can_end_compound(matches: ListMatches, index: int) -> bool:
    """True if word `index` can follow «بن», «عبد» and their like, or end a name as «أوغلو»."""
    if is_preposition(matches, index):
        return False
    word = matches.words[index]
    return word_kind(word) != "no" or word in words("tail") or _is_in_person(matches, index)


def _is_list_entry(matches: ListMatches, index: int) -> bool:
    """True if a title, portfolio, body, or place other than a city begins at word `index`."""
    if index in matches.titles or index in matches.body_heads or index in matches.portfolios:
        return True
    if index not in matches.names:
        return False
    listed = matches.names[index][1]
    return listed.type != "PER" and listed.kind != "city"


def _is_in_person(matches: ListMatches, index: int) -> bool:
    """True if a listed person's name begins a word before and goes over `index` («بن دغر»)."""
    return matches.has_name(index - 1, "PER") and matches.names[index - 1][0].stop > index


def _is_initial(matches: ListMatches, index: int) -> bool:
    """True if word `index` is a letter's name before another part of a name («جون إف كينيدي»)."""
    if matches.words[index] not in words("initial") or not matches.is_joined(index + 1):
        return False
    return word_kind(matches.words[index + 1]) in ("known", "unknown")


def _second_kind(matches: ListMatches, index: int) -> WordKind | None:
    if matches.words[index] in words("name_homonym"):
        return "weak"
    if _is_before_speech(matches, index):
        return "known"
    kind = kind_at(matches, index)
    return None if kind == "no" else kind


def _is_before_speech(matches: ListMatches, index: int) -> bool:
    """True for a verb of speech between a name and «that» after another verb of speech.

    «قال الوزير كريم ذكر إن»: the second verb is the family name of the first one's subject. A
    complementizer between the two verbs («قال مصدر إن كريم ذكر أن») opens another clause, whose
    verb it is.
    """
    if matches.words[index] not in speech_verbs():
        return False
    following = matches.words[index + 1 : index + 2]
    before = matches.words[max(index - distance("entity-verb-before-name"), 0) : index]
    clause = takewhile(_is_no_complementizer, reversed(before))
    return not _is_no_complementizer(*following) and not speech_verbs().isdisjoint(clause)


def _is_no_complementizer(word: str = "") -> bool:
    """True for a word that is no «that»: a clause goes on with it.

    The end of the text is such a word too.
    """
    return word not in complementizers()


def is_first_name(matches: ListMatches, index: int) -> bool:
    """True for another word that is a first name too, between a verb or title and a family name.

    Verbs of speech and common words with bearers enough: «قالت أمل حسن إن», «الناشطة وعد الخطيب».
    Places and months of the lists, behind a title only: «الصحفية آسيا العطار», «الشاعر تموز العلي».
    """
    word = matches.words[index]
    if not index or not matches.is_joined(index + 1) or not _is_family_name(matches, index + 1):
        return False
    is_titled = any(title.stop == index for title, _ in matches.titles.values())
    if is_titled and word in words("given_place") | words("name_homonym"):
        return True
    if bearers_by_part().get(word, 0) < distance("entity-first-name-bearers"):
        return False
    return is_titled or matches.words[index - 1] in speech_verbs()


def _is_family_name(matches: ListMatches, index: int) -> bool:
    """True for a word that can only be part of a name, or a listed surname with the article.

    No title and no adjective of nationality is one, though many are surnames: «المصري».
    """
    word = matches.words[index]
    if index in matches.titles or index in matches.demonyms:
        return False
    return is_sure_part(word) or (word.startswith(DEFINITE_ARTICLE) and is_part(word))


def _later_kind(word: str) -> WordKind | None:
    """The kind of the third or a later word: only words that look like nothing but a name."""
    kind = word_kind(word)
    match kind:
        case "no" | "weak":
            return None
        case "article":
            return kind if word[len(DEFINITE_ARTICLE) :] in bearers_by_part() else None
        case "unknown":
            return None if word.startswith((AND, *endings("future_verb"))) else kind
        case _:
            return kind
