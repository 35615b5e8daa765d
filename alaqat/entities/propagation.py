"""A full name seen once makes its surname a person in the rest of the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alaqat.entities.gazetteer import words
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import GLUED, common, kind
from alaqat.entities.people import speech
from alaqat.entities.spans import Finding
from alaqat.entities.spelling_variants import alike, skeleton

FAMILY_FIRST = frozenset(
    {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"}
)  # states where the family name comes first


@dataclass(frozen=True, slots=True)
class Surname:
    """The last word of a person's name, what leads to it («بن», «داود» before «أوغلو»), and whether it needs it."""

    owner: Finding
    last: str
    lead: str
    bound: bool


Spellings = dict[str, list[Surname]]


def find(scan: Scan, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Surnames, alone, of the persons already found; a surname of two persons goes to the nearer one before it."""
    surnames = _surnames(scan, findings)
    if not surnames:
        return
    taken = {cell for finding in findings for cell in (finding.start, finding.end - 1)}
    for index, word in enumerate(scan.words):
        for start, bare in _readings(scan, index, word):
            spellings = surnames.get(skeleton(bare))
            if spellings is None or scan.ends[index] - 1 in taken or start in taken:
                continue
            surname = _bearer(spellings, bare, start)
            found = surname and _alone(scan, index, start, bare, surname)
            if found:
                yield found
                break


def _surnames(scan: Scan, findings: Sequence[Finding]) -> dict[str, Spellings]:
    """By skeleton, then by spelling, the bearers in text order."""
    surnames: dict[str, Spellings] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        parts = scan.text[finding.start : finding.end].split()
        if finding.type != "PER" or len(parts) < 2 or parts[-1] in words("homograph"):
            continue
        bound = parts[-1] in words("tail")
        lead = parts[-2] + " " if bound or parts[-2] in words("chain") else ""
        last = Surname(finding, parts[-1], lead, bound)
        if finding.country in FAMILY_FIRST:
            last = Surname(finding, parts[0], "", bound=False)
        surnames[skeleton(last.last)][last.last].append(last)
    return surnames


def _readings(scan: Scan, index: int, word: str) -> Iterator[tuple[int, str]]:
    yield scan.starts[index], word
    if word[:1] in GLUED:
        yield scan.starts[index] + 1, word[1:]


def _bearer(spellings: Spellings, bare: str, start: int) -> Surname | None:
    """The nearest bearer before folded offset `start`, else the first after it; of the same spelling where one is."""
    fits = spellings.get(bare) or next(
        (found for last, found in spellings.items() if alike(bare, last)), []
    )
    before = bisect_left(fits, start, key=lambda surname: surname.owner.start)
    return fits[max(before - 1, 0)] if fits else None


def _alone(scan: Scan, index: int, start: int, bare: str, surname: Surname) -> Finding | None:
    """The finding of a surname at word `index`, with what leads to it where that is written too."""
    exact = surname.last == bare
    led = bool(surname.lead) and scan.text.endswith(surname.lead, 0, start)
    if (surname.bound and not led) or not (led or _may_stand_alone(scan, index, bare, exact=exact)):
        return None
    begin = start - len(surname.lead) if led else start
    owner = surname.owner
    name = scan.text[owner.start : owner.end]
    reason = "surname" if exact else "spelling"
    return Finding(
        begin,
        scan.ends[index],
        "PER",
        "propagation",
        owner.known,
        country=owner.country,
        key=name,
        reason=reason,
    )


def _may_stand_alone(scan: Scan, index: int, bare: str, *, exact: bool) -> bool:
    """A common word stands for a person only after a verb of speech; another spelling only if it is no common word."""
    if (
        index in scan.peoples
        or index in scan.titles
        or (index in scan.names and scan.names[index][1].type != "PER")
    ):
        return False
    if not exact:
        return bare not in common() and kind(bare) in ("known", "unknown")
    if bare in common():
        return index > 0 and scan.words[index - 1] in speech()
    return True
