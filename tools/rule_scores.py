"""Counts on annotated articles how often each event rule is right, for the pages of the rules.

Usage: python tools/rule_scores.py GOLD --without '*5' > data/rule_scores.csv

GOLD has articles/NAME.txt and gold/NAME.json. Articles whose names fit `--without` are left out. A
line for each rule with a dated event: events found, those with the right days, and those of them
with the right category as well.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat import readers
from alaqat.build.pipeline import annotate
from alaqat.evaluation.gold_files import GoldArticle, read_gold
from alaqat.evaluation.gold_scores import event_weight, has_same_root, is_same_event
from alaqat.evaluation.span_matching import match
from alaqat.store.serialization import public

HEAD = """# How often each event rule is right on annotated articles; by tools/rule_scores.py.
# found: dated events; right_days: those of the right days; right_code: and the right category.
rule,found,right_days,right_code,articles,measured"""


def counts(articles: Iterable[GoldArticle]) -> dict[str, Counter[str]]:
    """For `found`, `right_days` and `right_code` the number of events of each rule."""
    totals = {name: Counter[str]() for name in ("found", "right_days", "right_code")}
    reader = readers.named("rules")
    for annotated in articles:
        found = public(annotate(annotated.article, reader))["events"]
        pairs = match(annotated.gold["events"], found, is_same_event, event_weight)
        totals["found"].update(event["rule"] for event in found)
        totals["right_days"].update(event["rule"] for _, event in pairs)
        totals["right_code"].update(
            event["rule"] for gold, event in pairs if has_same_root(gold, event)
        )
    return totals


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--without", default="", help="names of articles to leave out")
    options = parser.parse_args()
    articles = [
        one for one in read_gold(options.gold) if not fnmatch(one.article.name, options.without)
    ]
    totals = counts(articles)
    day = datetime.now(UTC).date().isoformat()
    print(HEAD)
    for rule in sorted(totals["found"]):
        row = [str(totals[name][rule]) for name in totals]
        print(",".join([rule, *row, str(len(articles)), day]))


if __name__ == "__main__":
    main()
