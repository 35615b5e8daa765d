"""Reading a personal name word by word: which words can begin it, go on with it, and where it must end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE, SWALLOWED_ARTICLE, clitics_of
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import FEMININE, common_words, endings, words
from alaqat.entities.list_matches import Scan
from alaqat.lexicon.load import forms, table

Kind = Literal["no", "weak", "known", "article", "unknown", "chain"]
VERBAL = "\u064a"  # begins present verbs, which take no glued preposition: «بيرغمان» is not ب with a verb
LONGEST = 6  # words of a name
USUAL = 100  # bearers: from here a word that is a city too may be a given name («منى»)
HAMZA = ("\u0623", "\u0625")  # alef with hamza above and below
FREQUENT = 10  # bearers: from here a given name is a name wherever it stands
GLUED = tuple(clitic for clitic in clitics_of("conjunction", "preposition") if len(clitic) == 1)


@dataclass(frozen=True, slots=True)
class Name:
    """A name read at folded `start:end`, up to word `stop`; `kinds` are the kinds of its words."""

    start: int
    end: int
    stop: int
    kinds: tuple[Kind, ...]
    bearers: int


@cache
def _press() -> frozenset[str]:
    return frozenset(folded(form) for row in table("press_names") for form in forms(row))


@cache
def parts() -> dict[str, int]:
    """Bearers of each listed part of a name; 0 for those of the foreign-name lists."""
    foreign = {form: 0 for form in _press() if " " not in form and form not in common_words()}
    return foreign | {
        row["form"]: int(row["count"]) for row in table("name_parts", ("form", "latin", "count"))
    }


def is_part(word: str) -> bool:
    """Whether a word is a listed part of a name, common word or not: for places where only a name can stand."""
    return word in parts() and word not in words("never")


@cache
def common() -> frozenset[str]:
    """Folded common words."""
    spoken = {folded(form) for row in table("cues") for form in forms(row) if " " not in form}
    return (
        common_words()
        | words("never")
        | {letter + word for word in spoken for letter in ("", *GLUED)}
    )


@lru_cache(maxsize=200_000)
def kind(word: str) -> Kind:
    """What a word can be within a name."""
    if not ("\u0621" <= word[:1] <= "\u06d3" and word.isalpha() and len(word) > 1):
        return "no"
    if word in words("chain"):
        return "chain"
    return _listed(word)


def _listed(word: str) -> Kind:
    bearers = parts().get(word)
    if word in words("never"):
        return "no"
    if (
        word.startswith(DEFINITE_ARTICLE)
        and bearers is not None
        and word[len(DEFINITE_ARTICLE) :] in common()
        and bearers < FREQUENT
    ):
        return "article"
    if word in common():
        return "weak" if bearers is not None and (bearers == 0 or bearers >= FREQUENT) else "no"
    if bearers is not None:
        return (
            "no"
            if bearers < FREQUENT and word[0] == AND and parts().get(word[1:], 0) >= FREQUENT
            else "known"
        )
    return _unlisted(word)


def _unlisted(word: str) -> Kind:
    if word.startswith(SWALLOWED_ARTICLE) and len(word) > 4:
        return "no"
    if word.startswith(DEFINITE_ARTICLE):
        return "article"
    if len(word) > 4 and word.lstrip(AND).startswith(endings("verb_start")):
        return "no"
    glued = (
        word[0] in GLUED and word[1] not in VERBAL and (word[1:] in common() or word[1:] in parts())
    )
    glued = glued or (
        word[0] in GLUED and len(word) > 4 and word.endswith((FEMININE, *endings("possessive_end")))
    )
    glued = glued and not word.endswith(endings("name_end"))
    return "no" if glued or len(word) < 3 or word.endswith(endings("suffix")) else "unknown"


def kind_at(scan: Scan, index: int) -> Kind:
    """The kind of word `index`; its spelling may tell a name that folds to a common word («آلان», «الآن»).

    The article has no hamza: a word that is written with one and only folds to it is none («إليونور»).
    """
    found = kind(scan.words[index])
    if (
        found == "article"
        and scan.document.surface(scan.starts[index], scan.ends[index])[0] in HAMZA
    ):
        return "unknown" if scan.words[index] not in common() else "no"
    if found == "no" and scan.words[index] in words("spelled_folded"):
        written = scan.document.surface(scan.starts[index], scan.ends[index])
        return "known" if written in endings("spelled") else found
    return found


def free(scan: Scan, index: int) -> bool:
    """Whether no listed name begins at word `index`, but perhaps a city that is a given name too («سارة»)."""
    if index not in scan.names:
        return True
    word = scan.words[index]
    return scan.names[index][1].kind in ("city", "place") and (
        word in _press() or parts().get(word, 0) >= USUAL
    )


def read(scan: Scan, index: int, *, titled: bool = False) -> Name | None:
    """The name that begins at word `index`, as long as its words can belong to it.

    `titled`: an honorific stands before it, so that a listed body's or place's name may be a person's («فتح»).
    """
    if (
        index >= len(scan.words)
        or _taken(scan, index, titled=titled)
        or is_preposition(scan, index)
    ):
        return None
    start, first = _begin(scan, index)
    if first == "unknown" and has_hamza_after_clitic(scan, index):
        return None
    if first in ("no", "article"):
        return None
    if first == "chain" and scan.text[start : scan.ends[index]] not in words("chain_first"):
        return None
    kinds, at = [first], index + 1
    while at < len(scan.words) and len(kinds) < LONGEST:
        hyphen = _is_hyphen(scan, at)
        step = _second(scan, at + 1) if hyphen else _goes_on(scan, at, kinds)
        if step is None:
            break
        kinds.append(step)
        at += 1 + hyphen
    if kinds[-1] == "chain":
        kinds, at = kinds[:-1], at - 1
    if not kinds:
        return None
    bearers = parts().get(scan.text[start : scan.ends[index]], 0)
    return Name(start, scan.ends[at - 1], at, tuple(kinds), bearers)


def _is_hyphen(scan: Scan, at: int) -> bool:
    """Whether word `at` is a hyphen between two words («يو-جونغ»)."""
    if at + 1 >= len(scan.words) or scan.words[at] != "-":
        return False
    return scan.ends[at - 1] == scan.starts[at] and scan.ends[at] == scan.starts[at + 1]


def _begin(scan: Scan, index: int) -> tuple[int, Kind]:
    """Where the name starts in word `index` (after a glued clitic), and the kind of its first word."""
    word, start = scan.words[index], scan.starts[index]
    first = kind_at(scan, index)
    if first in ("no", "unknown") and word[:1] in GLUED and kind(word[1:]) in ("known", "chain"):
        return start + 1, kind(word[1:])
    return start, first


def _taken(scan: Scan, index: int, *, titled: bool) -> bool:
    """Whether a title, an adjective of nationality or a place or body begins at word `index`."""
    if titled and index in scan.names and is_part(scan.words[index]):
        return False
    if index in scan.titles or index in scan.peoples:
        return True
    return index in scan.names and scan.names[index][1].type != "PER" and not free(scan, index)


def _goes_on(scan: Scan, at: int, kinds: list[Kind]) -> Kind | None:
    """The kind of word `at` as a continuation, or None where the name has ended."""
    before = kinds[-1]
    if not scan.joined(at) or (at in scan.peoples and before != "chain"):
        return None
    word = scan.words[at]
    if before == "chain" or (word in words("tail") and before in ("known", "weak")):
        if is_preposition(scan, at):
            return None
        fits = kind(word) != "no" or word in words("tail") or _is_in_person(scan, at)
        return "known" if fits else None
    if at in scan.titles or at in scan.heads or at in scan.fields or _is_elsewhere(scan, at):
        return None
    if is_preposition(scan, at) or has_hamza_after_clitic(scan, at):
        return None
    return (
        "known" if _is_initial(scan, at) else _second(scan, at) if len(kinds) == 1 else _later(word)
    )


def _is_elsewhere(scan: Scan, at: int) -> bool:
    """Whether a listed body or place begins at word `at`; a city may be a surname too."""
    return at in scan.names and scan.names[at][1].type != "PER" and scan.names[at][1].kind != "city"


def _is_in_person(scan: Scan, at: int) -> bool:
    """Whether a listed person's name that begins with the word before reaches over word `at` («بن دغر»)."""
    listed = scan.names.get(at - 1)
    return listed is not None and listed[1].type == "PER" and listed[0].stop > at


def _is_initial(scan: Scan, at: int) -> bool:
    """Whether word `at` is a letter's name before another word of the name: «جون إف كينيدي»."""
    if scan.words[at] not in words("initial") or not scan.joined(at + 1):
        return False
    return kind(scan.words[at + 1]) in ("known", "unknown")


def _second(scan: Scan, at: int) -> Kind | None:
    found = kind_at(scan, at)
    return None if found == "no" else found


def _later(word: str) -> Kind | None:
    """From the third word on a name takes only words that look like nothing else."""
    found = kind(word)
    if found in ("no", "weak"):
        return None
    if found == "article":
        return found if word[len(DEFINITE_ARTICLE) :] in parts() else None
    return None if found == "unknown" and word.startswith((AND, *endings("future_verb"))) else found


def is_preposition(scan: Scan, at: int) -> bool:
    """Folding makes «على» and «علي» equal: the article's spelling tells.

    Where it writes ى for every final ي («فى»), the word is a name before another part of a name or a pause.
    """
    if not ends_in_ya_without_dots(scan, at):
        return False
    follows = scan.words[at + 1] if scan.joined(at + 1) else ""
    return not writes_ya_without_dots(scan) or (
        bool(follows) and kind(follows) not in ("known", "chain")
    )


def writes_ya_without_dots(scan: Scan) -> bool:
    """Whether the article writes ى for every final ي, as the Egyptian press does."""
    text = scan.document.text
    return text.count(f" {endings('ya_written')[0]} ") > text.count(f" {endings('ya_dotted')[0]} ")


def ends_in_ya_without_dots(scan: Scan, at: int) -> bool:
    """Whether a name that folds to a preposition («علي») is written with a final ى; names of women end so («منى»)."""
    return (
        scan.words[at] in words("homograph")
        and scan.document.surface(scan.starts[at], scan.ends[at])[-1:] == "\u0649"
    )


def has_hamza_after_clitic(scan: Scan, at: int) -> bool:
    """Whether the word is a preposition or conjunction glued to a word («لإبداء»): a hamza on alef as second letter."""
    written = scan.document.surface(scan.starts[at], scan.ends[at])
    return scan.words[at][0] in GLUED and written[1:2] in HAMZA
