"""Writes data/lexicon/name_parts.csv: given names and surnames with their usual Latin spelling.

Usage, after `pip install --no-deps arabic-name-romanizer arabnamer` in any environment:
python tools/make_name_parts.py SITE_PACKAGES
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat.arabic.fold import folded
from alaqat.model.settings import DATA

MINIMUM = 2  # people with this name part; a part with one bearer is mostly a typing error
PARTICLES = {
    "بن": "bin",
    "ابن": "Ibn",
    "عبد": "Abd",
    "ابو": "Abu",
    "ابي": "Abi",
    "ال": "Al",
    "ولد": "Ould",
    "ام": "Umm",
    "الله": "Allah",
}
HEAD = """\
# Parts of personal names, folded, with a usual Latin spelling; count: people with the name in the
# source, 0 for the foreign-name dictionary. Source: arabic-name-romanizer 0.2 (Wikidata, CC0;
# Algerian names, CC0/MIT), arabnamer 0.1.3 (CC BY 4.0). Made by tools/make_name_parts.py.
"""


def main(packages: Path) -> None:
    """Read both sources and write the list."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(packages / "arabic_name_romanizer/resources/names.sqlite3") as base:
        for arabic, latin, country, count in base.execute(
            "select arabic_key, latin, country, count from units"
        ):
            if re.fullmatch(r"[\u0621-\u064a]{2,14}", arabic) and country not in ("PK",):
                bearers[folded(arabic)][_tidy(latin)] += count
    foreign: dict[str, str] = {}
    for latin, arabic in json.loads(
        (packages / "arabnamer/data/dict_FINAL.json").read_text("utf-8")
    ).items():
        if re.fullmatch(r"[\u0621-\u064a]{2,14}", folded(arabic)):
            best = foreign.get(folded(arabic))
            if best is None or len(latin) < len(best):
                foreign[folded(arabic)] = latin
    rows = {form: (latin.title(), 0) for form, latin in foreign.items()}
    for form, latins in bearers.items():
        if sum(latins.values()) >= MINIMUM or form in rows:
            rows[form] = (latins.most_common(1)[0][0], sum(latins.values()))
    for form, latin in PARTICLES.items():
        rows[form] = (latin, max(rows.get(form, ("", 0))[1], MINIMUM))
    path = DATA / "lexicon" / "name_parts.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["form", "latin", "count"])
        writer.writerows((form, *rows[form]) for form in sorted(rows))
    print(len(rows), "parts")


def _tidy(latin: str) -> str:
    return (
        latin if latin[:1].isupper() or latin.startswith(("al-", "el-", "bin")) else latin.title()
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
