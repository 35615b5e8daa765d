"""Times the rules on texts of one thing repeated: `python tools/fuzz_times.py [--pairs N]`.

A text repeats one lexicon word, one example of a rule, or one mark, alone or with another of them,
to a length of 20,000 bytes; what takes more than its share of the budget there is measured again
at 100,000. Prints what is over budget, slowest first, and ends with status 1 if anything is.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from alaqat import lexicon, readers
from alaqat.build.pipeline import annotate
from alaqat.model.ids import identity
from alaqat.model.records import Article
from alaqat.model.settings import DATA, Settings

# CPU seconds that 100,000 bytes of UTF-8 may take
BUDGET = 2.0
SHORT, LONG = 20_000, 100_000
# A linear text of SHORT bytes takes a fifth of the budget; this allows for small fixed costs.
SHORT_BUDGET = BUDGET * SHORT / LONG
MARKS = "\"“”„‟«»‹›‘’()[]{}<>!?؟.،؛:,;-–—/\\#&@…%+=*_~|'\t\n ﷺﷲـ٠0"
JOINERS = ("", " ", " و", "! ", "\n")


def words() -> list[str]:
    """Every form of every table of the lexicon."""
    tables = sorted(path.stem for path in (DATA / "lexicon").glob("*.csv"))
    cells = (
        cell
        for name in tables
        for row in lexicon.table(name)
        for cell in row.values()
        if isinstance(cell, str)
    )
    parts = chain.from_iterable(cell.split("|") for cell in cells)
    return sorted({part.strip() for part in parts if _is_arabic(part)})


def _is_arabic(text: str) -> bool:
    return any("\u0621" <= character <= "\u064a" for character in text)


def examples() -> list[str]:
    """Every quoted Arabic stretch of the rule files: patterns, examples, words."""
    lines: set[str] = set()
    for path in sorted((DATA / "rules").rglob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            value = line.split(":", 1)[-1].strip(" -'\"")
            if _is_arabic(value):
                lines.add(value)
    return sorted(lines)


def seconds(unit: str, length: int) -> float:
    """CPU seconds that a text of so many bytes takes which repeats `unit`."""
    text = unit * max(1, length // len(unit.encode()))
    article = Article(id=identity(text), text=text, published=None, name="fuzz")
    start = time.process_time()
    annotate(article, readers.named("rules"))
    return time.process_time() - start


def slow_units(units: Iterator[str]) -> Iterator[tuple[float, str]]:
    """What is over budget at 100,000 bytes, of the units that are over their share at 20,000."""
    for unit in units:
        if seconds(unit, SHORT) <= SHORT_BUDGET:
            continue
        taken = seconds(unit, LONG)
        if taken > BUDGET:
            yield taken, unit


def pairs(atoms: list[str], count: int, seed: int) -> Iterator[str]:
    """`count` pairs of atoms with something between them, drawn by `seed`."""
    draw = random.Random(seed)  # noqa: S311  no secret
    for _ in range(count):
        yield draw.choice(atoms) + draw.choice(JOINERS) + draw.choice(atoms) + draw.choice(JOINERS)


def main() -> int:
    """Run what the options ask for and print what is over budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--singles", type=int, help="how many single atoms (default: all)")
    parser.add_argument("--pairs", type=int, default=1000, help="how many pairs (default: 1000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    atoms = [*MARKS, *examples(), *words()]
    # a mark is as often in a pair as a word
    paired = [*list(MARKS) * 40, *atoms]
    singles = list(atoms)
    if options.singles is not None:
        random.Random(options.seed).shuffle(singles)  # noqa: S311
        singles = singles[: options.singles]
    spaced = (atom + joiner for atom in singles for joiner in (" ", ""))
    seconds("قال ", 100)  # loads the lexicon
    units = chain(spaced, pairs(paired, options.pairs, options.seed))
    found = sorted(slow_units(units), reverse=True)
    for taken, unit in found:
        print(f"{taken:7.2f} s  {unit!r}")
    print(f"{len(singles)} atoms, {options.pairs} pairs: {len(found)} over {BUDGET:g} s")
    limit = Settings.from_env().article_seconds
    print(f"limit of time for an article: {limit:g} s for each {LONG:,} characters")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
