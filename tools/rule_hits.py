"""Counts how often each event rule fires on a corpus.

Usage: python tools/rule_hits.py CORPUS [--examples N]

CORPUS is anything that `annotate` reads, such as a file of JSON lines. The table has a line for
each rule, most hits first: its id and PLOVER code, events, those with a date, those with parties on
both sides, and with --examples as many of their sentences. Rules without a hit come last.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat import ingest
from alaqat.build.pipeline import annotate
from alaqat.events.event_rules import by_id
from alaqat.model.records import Article, EventMention

ROW = "{:<24} {:<26} {:>7} {:>7} {:>7}"


@dataclass
class Hits:
    """What one rule found: counts, and sentences in the order they were read."""

    events: int = 0
    dated: int = 0
    two_sided: int = 0
    sentences: list[str] = field(default_factory=list)

    def add(self, event: EventMention) -> None:
        """Count one event."""
        self.events += 1
        self.dated += event.date_from is not None
        self.two_sided += bool(event.actors and event.recipients)
        self.sentences.append(event.sentence)


def hits(articles: Iterable[Article]) -> dict[str, Hits]:
    """The hits of each rule that fires on the articles."""
    by_rule: dict[str, Hits] = defaultdict(Hits)
    for article in articles:
        for event in annotate(article).events:
            by_rule[event.rule].add(event)
    return by_rule


def report(by_rule: Mapping[str, Hits], examples: int = 0) -> Iterable[str]:
    """The lines of the table."""
    yield ROW.format("rule", "code", "events", "dated", "2 sides")
    for rule in sorted(by_id().values(), key=lambda rule: -by_rule.get(rule.id, Hits()).events):
        row = by_rule.get(rule.id, Hits())
        code = f"{rule.plover or '-'}/{rule.mode or ''}".rstrip("/")
        yield ROW.format(rule.id, code, row.events, row.dated, row.two_sided)
        yield from (f"    {sentence}" for sentence in row.sentences[:examples])


def main() -> None:
    """Read the corpus and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, help="a file or folder of articles")
    parser.add_argument("--examples", type=int, default=0, help="sentences to print for each rule")
    options = parser.parse_args()
    read = Counter[bool]()

    def articles() -> Iterable[Article]:
        for item in ingest.read(options.corpus):
            read[isinstance(item, Article)] += 1
            if isinstance(item, Article):
                yield item

    by_rule = hits(articles())
    total = sum(row.events for row in by_rule.values())
    print("\n".join(report(by_rule, options.examples)))
    print(f"{total} events of {len(by_rule)} rules in {read[True]} articles; {read[False]} refused")


if __name__ == "__main__":
    main()
