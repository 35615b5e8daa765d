"""Writes data/lexicon/common_words.csv: words of Arabic news that are not names by themselves.

Usage: python tools/make_common_words.py CORPUS.jsonl.gz   (JSON objects with the field `text`)

A word is common if it has the definite article or possessive endings like a noun, or if it is
frequent but rare in the position of names (after a title or a frequent given name). Only the words
are written, no counts and no text.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat.arabic.clitics import clitics_of

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.model.settings import DATA

WORD = re.compile(r"[\u0621-\u064a]{2,}")
ENDINGS = ("ها", "هم", "ه", "نا", "هما", "ات", "ين", "ون", "ا")
NAMED = ("countries", "capitals", "regions", "people", "bodies")
HOMOGRAPHS = (
    "علي",
    "من",
    "ان",
    "ما",
    "هو",
    "كان",
    "عن",
    "بين",
    "مع",
    "هي",
)  # names or name-like when folded, mostly function words
PREFIXES = ("ي", "ت", "ن", "س", "و", "ل", "ب", "ال", "مست", "است", "مت", "ان")
SUFFIXES = ("ت", "ه", "ها", "هم", "نا", "وا", "ة", "ات", "ية", "ا")
HEAD = """# Frequent words of Arabic news that are no names by themselves, folded: counted by
# tools/make_common_words.py over a news corpus of 2018 (words only, no text).
# Left out: words that follow titles or given names so often that they are names («سعيد», «صالح»,
# «كريم»).
"""


def main(corpus: str) -> None:
    """Count the corpus and write the list."""
    counts, after_titles = Counter[str](), Counter[str]()
    parts = {row["form"]: int(row["count"]) for row in table("name_parts")}
    titles = {
        folded(row["form"]).split()[-1]
        for row in table("titles")
        if row["portfolio"] not in ("yes", "org")
    } | {folded(form) for row in table("demonyms") for form in forms(row) if form.startswith("ال")}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = WORD.findall(folded(json.loads(line)["text"]))
            counts.update(words)
            for before, word in pairwise(words):
                if before in titles or (parts.get(before, 0) >= 30 and before not in HOMOGRAPHS):
                    after_titles[word] += 1
    names = {folded(form) for name in NAMED for row in table(name) for form in forms(row)}
    clitics = set(clitics_of("conjunction", "preposition", "future"))
    counts = Counter({word: n for word, n in counts.items() if not _has_name(word, names, clitics)})
    common = sorted(
        word
        for word, n in counts.items()
        if n >= 5 and _is_common(word, n, counts, after_titles, parts)
    )
    path = DATA / "lexicon" / "common_words.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["form"])
        writer.writerows([word] for word in common)
    print(len(common), "words")


def _has_name(word: str, names: set[str], clitics: set[str]) -> bool:
    return (
        any(word.startswith(clitic) and word[len(clitic) :] in names for clitic in clitics)
        or word in names
    )


def _is_common(
    word: str, n: int, counts: Counter[str], after_titles: Counter[str], parts: dict[str, int]
) -> bool:
    bare = word[2:] if word.startswith("ال") else word
    inflected = sum(counts[bare + ending] for ending in ENDINGS) + (
        counts["ال" + bare] if bare == word else counts[bare]
    )
    share = after_titles[word] / n
    if parts.get(word, 0) >= 20:
        return share < 0.02 and inflected > n
    if word in parts:
        return share < 0.06 and inflected > 0.3 * n
    shaped = len(word) <= 4 or word.startswith(PREFIXES) or word.endswith(SUFFIXES)
    return share < 0.12 and (inflected > 0.05 * n or (n >= 15 and shaped))


if __name__ == "__main__":
    main(sys.argv[1])
