"""Extends the current build by a few articles, at the cost of what they touch.

An article touches the texts that it may copy or be a version of, the reports that may be of one
event with its own, the quotes that may repeat its own, and the entities that it mentions. Whatever
is connected with these is computed anew, by the same functions that make a whole build; nothing
else can differ. The build is the same as if it had been made of all articles at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import pandas as pd

from alaqat import store
from alaqat.build.deduplication import DedupResult, is_near_copy
from alaqat.build.event_frames import Outline, Trigger, event_frames, ids_by_trigger, outline
from alaqat.build.frame_builder import (
    EntityCounts,
    FrameBuilder,
    commonest,
    duplicate_row,
    quote_rows,
    with_events,
    with_groups,
)
from alaqat.build.neighbour_index import NeighbourIndex, Stored
from alaqat.build.report import article_of_row
from alaqat.corrections.model import Correction
from alaqat.events import merging
from alaqat.events.merging import Features
from alaqat.lexicon.distances import distance
from alaqat.model.records import Annotations, Article, Event
from alaqat.quotes.grouping import (
    ComparedQuote,
    Pair,
    compared,
    compared_pairs,
    group_compared,
    pair_of,
)
from alaqat.store.network_layout import layout, placed
from alaqat.store.schema import frame, typed
from alaqat.store.successor import Delta

# Corrections whose effect on an event depends on the names of all articles.
_OF_ALL_NAMES: Final = ("actors", "recipients")
_READ_ARTICLES: Final = 200  # at a time
_OF_EVENTS: Final = ("date", "code", "join", "split", "hide")
_ARTICLE_FRAMES: Final = ("articles", "sentences", "timexes", "mentions", "edges")


class NotExtendable(Exception):
    """The articles touch something that only a whole build can compute."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What new articles touch of a build, as batches for `deduplicate`.

    `articles` are those of them that are no copies, by id; `others` is the number of articles of
    the build that are not touched.
    """

    batches: Sequence[Sequence[Article]]
    articles: Mapping[str, Article]
    others: int


def touched_articles(build: store.Build, index: NeighbourIndex, given: Sequence[Article]) -> Stock:
    """The stored articles and copies that new ones are connected with as copies or versions."""
    texts = _Texts(build)
    left = list(given)
    touched: set[str] = set()
    while left:
        likes = [(article, *index.texts_like(article)) for article in left]
        wanted = {key for article, *ids in likes for key in {article.id}.union(*ids)} - touched
        left = [
            other
            for other in texts.load(wanted)
            if any(_is_touched(other, *like) for like in likes)
        ]
        touched |= {other.id for other in left}
    return texts.stock(touched)


def _is_touched(other: Article, article: Article, same_page: set[str], alike: set[str]) -> bool:
    if other.id == article.id or other.id in same_page:
        return True
    return other.id in alike and is_near_copy(article, other)


def stored_articles(build: store.Build, ids: Sequence[str]) -> Iterator[Article]:
    """The articles of a build with the ids, in the order of their ids; read in parts."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _READ_ARTICLES):
        part = ordered[start : start + _READ_ARTICLES]
        rows = _records(store.read(build, "articles", only=("article_id", part)))
        for row in sorted(rows, key=lambda row: str(row["article_id"])):
            yield article_of_row(row, row["article_id"], row["text"])


class _Texts:
    """The articles and copies of a build, read by id."""

    def __init__(self, build: store.Build) -> None:
        self._build = build

    def load(self, ids: Iterable[str]) -> list[Article]:
        older, current = self._batches(ids)
        return [*older, *current]

    def _batches(self, ids: Iterable[str]) -> tuple[list[Article], list[Article]]:
        wanted = sorted(ids)
        if not wanted:
            return [], []
        articles = _records(store.read(self._build, "articles", only=("article_id", wanted)))
        copies = _records(store.read(self._build, "copies", only=("copy_id", wanted)))
        texts = {row["article_id"]: row["text"] for row in articles}
        older: list[Article] = []
        current = [article_of_row(row, row["article_id"], row["text"]) for row in articles]
        originals = sorted({str(row["article_id"]) for row in copies} - texts.keys())
        texts |= {one.id: one.text for one in stored_articles(self._build, originals)}
        for row in copies:
            batch = older if row["kind"] == "version" else current
            text = row["text"] or texts[row["article_id"]]
            batch.append(article_of_row(row, row["copy_id"], text))
        return older, current

    def stock(self, ids: set[str]) -> Stock:
        batches = self._batches(ids)
        (number,) = store.fetch(self._build, "SELECT count(*) AS n FROM articles")["n"]
        rows = store.read(self._build, "articles", only=("article_id", sorted(ids)))
        articles = {
            row["article_id"]: article_of_row(row, row["article_id"], row["text"])
            for row in _records(rows)
        }
        return Stock(batches, articles, int(number) - len(articles))


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples."""
    return table.itertuples(index=False)


def _records(table: pd.DataFrame) -> list[dict[Any, Any]]:
    return table.astype("object").where(table.notna(), None).to_dict("records")


@dataclass(frozen=True, slots=True)
class Change:
    """The articles that leave a build and those that come, with their annotations.

    An article whose metadata changed leaves and comes. `texts` are the ids of all texts whose
    links to each other were found anew.
    """

    gone: Sequence[Annotations]
    come: Sequence[Annotations]
    texts: Sequence[str]
    result: DedupResult


class Extension:
    """Computes the rows that differ after a change; the index is brought up to date as well."""

    def __init__(
        self, build: store.Build, index: NeighbourIndex, rows: Sequence[Correction] = ()
    ) -> None:
        self._build, self._index, self._rows = build, index, rows
        self._gone: dict[str, tuple[str, Sequence[str]]] = {}
        self._come: dict[str, pd.DataFrame] = {}
        self._renamed: list[str] = []

    def delta(self, change: Change) -> Delta:
        """The rows that differ. Raises NotExtendable."""
        gone_ids = sorted(annotated.article.id for annotated in change.gone)
        builder = FrameBuilder()
        for annotated in sorted(change.come, key=lambda annotated: annotated.article.id):
            builder.add(annotated)
        frames = builder.article_frames()
        for name in _ARTICLE_FRAMES:
            self._replace(name, "article_id", gone_ids, frames[name])
        duplicates = frame("copies", map(duplicate_row, change.result.duplicates))
        self._replace("copies", "copy_id", change.texts, duplicates)
        reports = self._change_events(change, gone_ids, builder.outlines)
        self._change_quotes(gone_ids, frames["quotes"], reports, builder.outlines)
        self._change_entities(change, builder, frames["edges"], gone_ids)
        self._change_corrections()
        come_ids = sorted(annotated.article.id for annotated in change.come)
        return Delta(self._gone, self._come, sorted({*gone_ids, *come_ids}), self._renamed)

    def _replace(self, name: str, column: str, ids: Iterable[str], rows: pd.DataFrame) -> None:
        values = sorted(set(ids))
        if values:
            self._gone[name] = column, values
        if len(rows):
            self._come[name] = rows

    def _read(self, name: str, column: str, values: Iterable[str]) -> pd.DataFrame:
        return store.read(self._build, name, only=(column, sorted(set(values))))

    # events

    def _change_events(
        self, change: Change, gone_ids: Sequence[str], outlines: Mapping[str, Outline]
    ) -> pd.DataFrame:
        """Merge the removed and added reports again with the reports that are merged with them.

        Returns the rows of `reports` of the events that changed, in the order of the events.
        """
        new = [
            merging.features((annotated.article.id, mention))
            for annotated in change.come
            for mention in dict.fromkeys(annotated.events)
        ]
        leaving = list(self._index.reports_of(gone_ids))
        stored = _Connected(self._index, leaving).to([item for _, item in leaving], new)
        articles = {item.report[0] for item in (*new, *stored)}
        self._refuse_corrected(articles | set(gone_ids))
        events = merging.merge_features([*new, *stored])
        known = self._read("reports", "article_id", articles | set(gone_ids))
        touched = {_key(item) for item in (*stored, *(item for _, item in leaving))}
        old_events = {
            row.event_id
            for row in _rows(known)
            if (row.article_id, row.start, row.trigger_start, row.rule) in touched
        }
        self._refuse_open(old_events, len(stored) + len(leaving))
        stays = known[~known["event_id"].isin(old_events)]
        causes = self._causes(events, stays)
        merged = event_frames(events, self._outlines(articles, outlines), causes)
        holders = self._cause_holders(articles, old_events, causes)
        rows = pd.concat([merged["events"], holders], ignore_index=True) if len(holders) else None
        self._replace(
            "events",
            "event_id",
            {*old_events, *holders["event_id"]},
            merged["events"] if rows is None else typed("events", rows),
        )
        self._replace("reports", "event_id", old_events, merged["reports"])
        self._replace("participants", "event_id", old_events, merged["participants"])
        self._index.remove_reports(gone_ids)
        self._index.add_reports(new)
        return self._in_event_order(stays, merged)

    def _refuse_corrected(self, articles: set[str]) -> None:
        """Raise NotExtendable if a correction of an event is about one of the articles."""
        for row in self._rows:
            if row.kind in _OF_ALL_NAMES:
                raise NotExtendable(row.kind)
            keys = (row.a, row.b) if row.kind in _OF_EVENTS else ()
            if any(key.partition(":")[0] in articles for key in keys):
                raise NotExtendable(row.kind)

    def _refuse_open(self, events: set[str], number: int) -> None:
        """Raise NotExtendable unless the events have as many reports as were found connected."""
        if len(self._read("reports", "event_id", events)) != number:
            raise NotExtendable("events are connected otherwise than the index says")

    def _outlines(
        self, articles: Iterable[str], known: Mapping[str, Outline]
    ) -> dict[str, Outline]:
        missing = sorted(set(articles) - set(known))
        days = _days(self._read("articles", "article_id", missing))
        sentences: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for row in _rows(self._read("sentences", "article_id", missing)):
            sentences[row.article_id].append((row.start, row.end, row.sentence))
        read = {key: outline(days[key], sentences[key]) for key in missing}
        return {**known, **read}

    def _causes(self, events: Sequence[Event], stays: pd.DataFrame) -> dict[Trigger, str]:
        """The event of each trigger in the articles concerned, the first in the events' order."""
        order = self._order(stays["event_id"])
        order |= {event.id: _place(*merging.date_order(event)) for event in events}
        found: dict[Trigger, str] = {}
        pairs = [
            *zip(
                zip(stays["article_id"], stays["trigger_start"], strict=True),
                stays["event_id"],
                strict=True,
            ),
            *((trigger, event_id) for trigger, event_id in _triggers(events)),
        ]
        for trigger, event_id in pairs:
            other = found.get(trigger)
            if other is None or order[event_id] < order[other]:
                found[trigger] = event_id
        return found

    def _order(self, event_ids: Iterable[str]) -> dict[str, tuple[Any, ...]]:
        """The place of stored events in the order of events."""
        table = self._read("events", "event_id", event_ids)
        return {
            row.event_id: _place(row.date_from, row.date_to, row.event_id) for row in _rows(table)
        }

    def _cause_holders(
        self, articles: Iterable[str], old_events: set[str], causes: Mapping[Trigger, str]
    ) -> pd.DataFrame:
        """The events of the articles that stay but have another event as their cause now."""
        table = self._read("events", "article_id", articles)
        table = table[table["cause_start"].notna() & ~table["event_id"].isin(old_events)]
        triggers = self._cause_triggers(table)
        now = table["cause_event_id"].copy()
        for position, row in enumerate(_rows(table)):
            cause = causes.get((row.article_id, triggers.get(row.event_id)))
            now.iloc[position] = None if cause == row.event_id else cause
        is_changed = now.fillna("") != table["cause_event_id"].fillna("")
        return typed("events", table.assign(cause_event_id=now)[is_changed])

    def _cause_triggers(self, events: pd.DataFrame) -> dict[str, int]:
        """Where the trigger of the cause of each event begins, by the event's id."""
        ids = {
            (row.article_id, row.trigger_start, row.rule, row.cause_start): row.event_id
            for row in _rows(events)
        }
        found: dict[str, int] = {}
        for _, item in self._index.reports_of(sorted({key[0] for key in ids})):
            mention = item.mention
            key = (item.report[0], mention.trigger_start, mention.rule, mention.cause_start)
            if key in ids and mention.cause_trigger is not None:
                found[ids[key]] = mention.cause_trigger
        return found

    def _in_event_order(
        self, stays: pd.DataFrame, merged: Mapping[str, pd.DataFrame]
    ) -> pd.DataFrame:
        reports = pd.concat([stays, merged["reports"]], ignore_index=True)
        order = self._order(stays["event_id"])
        order |= {
            row.event_id: _place(row.date_from, row.date_to, row.event_id)
            for row in _rows(merged["events"])
        }
        places = [
            (order[row.event_id], row.article_id, row.start, row.trigger_start)
            for row in _rows(reports)
        ]
        ranks = sorted(range(len(places)), key=places.__getitem__)
        return reports.iloc[ranks].reset_index(drop=True)

    # quotes

    def _change_quotes(
        self,
        gone_ids: Sequence[str],
        new: pd.DataFrame,
        reports: pd.DataFrame,
        outlines: Mapping[str, Outline],
    ) -> None:
        """Group anew what is connected with the quotes that leave or come, and find events."""
        gone = set(self._read("quotes", "article_id", gone_ids)["quote_id"])
        pool = _Quotes(self._build, self._index, gone, new)
        groups = pool.groups()
        in_articles = self._read("quotes", "article_id", reports["article_id"])
        grouped = self._read("quotes", "quote_id", groups.keys() - set(new["quote_id"]))
        stored = pd.concat([grouped, in_articles], ignore_index=True)
        stored = stored.drop_duplicates("quote_id")
        stored = typed("quotes", stored[~stored["quote_id"].isin(gone)].reset_index(drop=True))
        rows = typed("quotes", pd.concat([stored, new], ignore_index=True)) if len(new) else stored
        is_reported = rows["article_id"].isin(set(reports["article_id"]))
        is_new = rows["quote_id"].isin(set(new["quote_id"]))
        found = with_events(rows, [reports])["event_id"]
        rows = rows.assign(event_id=found.where(is_reported | is_new, rows["event_id"]))
        rows = self._regrouped(rows, groups, outlines)
        self._replace("quotes", "quote_id", {*gone, *stored["quote_id"]}, rows)
        self._index.remove_quotes(gone)
        self._index.add_quotes(pool.new_shingles)

    def _regrouped(
        self, rows: pd.DataFrame, groups: Mapping[str, str], outlines: Mapping[str, Outline]
    ) -> pd.DataFrame:
        """The quotes with their groups; those that keep their group keep their rank."""
        is_grouped = rows["quote_id"].isin(groups.keys())
        members = rows[is_grouped].sort_values(["article_id", "start", "end"])
        members = members.reset_index(drop=True)
        days = _days(self._read("articles", "article_id", members["article_id"]))
        days |= {key: outline.published for key, outline in outlines.items()}
        ranked = with_groups(members, groups, days)
        return typed("quotes", pd.concat([rows[~is_grouped], ranked], ignore_index=True))

    # entities

    def _change_entities(
        self,
        change: Change,
        builder: FrameBuilder,
        edges: pd.DataFrame,
        gone_ids: Sequence[str],
    ) -> None:
        """Count names and mentions anew, and place the nodes of the network."""
        table = store.read(self._build, "entities")
        known = {str(row["entity_id"]): row for row in _records(table)}
        former = dict(known)
        counts: dict[str, _Counted] = {}
        leaving = FrameBuilder()
        for annotated in change.gone:
            leaving.add(annotated)
        for sign, entities in ((-1, leaving.entities), (1, builder.entities)):
            for entity in entities:
                self._count(known, entity, sign)
                self._index.add_names(entity.id, entity.values, sign)
                counts[entity.id] = _Counted(entity.type)
        for key, values in self._index.names_of(counts).items():
            counts[key].values = values
        rows = dict(known)
        for key, counted in counts.items():
            rows[key] = {**known[key], **commonest(counted.values)}
            if key in former and _names(rows[key]) != _names(known[key]):
                self._renamed.append(key)
        rows = {key: row for key, row in rows.items() if row["mentions"]}
        self._place_nodes(rows, edges, gone_ids)
        changed = [row for key, row in sorted(rows.items()) if row != former.get(key)]
        left = former.keys() - rows.keys()
        ids = {str(row["entity_id"]) for row in changed} | left
        self._replace("entities", "entity_id", ids & former.keys(), frame("entities", changed))

    @staticmethod
    def _count(known: dict[str, dict[Any, Any]], entity: EntityCounts, sign: int) -> None:
        row = known.get(entity.id) or entity.row() | {"mentions": 0, "articles": 0}
        if row["type"] != entity.type:
            raise NotExtendable(f"{entity.id} is of two types")
        known[entity.id] = {
            **row,
            "mentions": row["mentions"] + sign * entity.mentions,
            "articles": row["articles"] + sign * entity.articles,
        }

    def _place_nodes(
        self, rows: dict[str, dict[Any, Any]], edges: pd.DataFrame, gone_ids: Sequence[str]
    ) -> None:
        nodes = placed({key: row["mentions"] for key, row in rows.items()})
        among = set(nodes)
        sql = (
            "SELECT a, b, count(*) AS n FROM edges WHERE a IN (SELECT unnest(?)) "
            "AND b IN (SELECT unnest(?)) AND article_id NOT IN (SELECT unnest(?)) GROUP BY a, b"
        )
        found = store.fetch(self._build, sql, [nodes, nodes, list(gone_ids)])
        weights = Counter(
            {(a, b): int(n) for a, b, n in zip(found["a"], found["b"], found["n"], strict=True)}
        )
        weights.update(
            (a, b) for a, b in zip(edges["a"], edges["b"], strict=True) if a in among and b in among
        )
        positions = layout(nodes, weights)
        for key, row in rows.items():
            rows[key] = {**row, "x": None, "y": None, **positions.get(key, {})}

    # corrections

    def _change_corrections(self) -> None:
        """Corrections of quotes and entities concern those that came, too."""
        if any(row.kind not in _OF_EVENTS or row.kind == "hide" for row in self._rows):
            table = store.read(self._build, "corrections")
            items = pd.Series(list(self._items(table)), dtype="object", index=table.index)
            self._replace(
                "corrections",
                "kind",
                table["kind"],
                table.assign(item=items),
            )

    def _items(self, table: pd.DataFrame) -> Iterator[str | None]:
        quotes = set(self._come.get("quotes", frame("quotes", ()))["quote_id"])
        entities = set(self._come.get("entities", frame("entities", ()))["entity_id"])
        left = {*self._gone.get("quotes", ("", ()))[1], *self._gone.get("entities", ("", ()))[1]}
        for row in _rows(table):
            item = row.b if row.kind == "apart" else row.a
            if item in quotes or item in entities:
                yield item
            else:
                yield None if item in left else row.item


@dataclass(slots=True)
class _Counted:
    type: str
    values: Counter[tuple[str, str]] = field(default_factory=Counter)


def _names(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["canonical_en"], row["canonical_ar"]


def _days(articles: pd.DataFrame) -> dict[str, Any]:
    """The day of publication of each article, None if unknown."""
    pairs = zip(articles["article_id"], articles["published"], strict=True)
    return {key: None if pd.isna(day) else day.date() for key, day in pairs}


def _place(first: Any, last: Any, event_id: str) -> tuple[Any, ...]:
    """A sort key of an event; unknown dates and those after all others come last."""

    def number(day: Any) -> int:
        is_unknown = day is None or pd.isna(day)
        return _NEVER if is_unknown else int(day.toordinal())

    return number(first), number(last), event_id


_NEVER: Final = date.max.toordinal()


def _triggers(events: Sequence[Event]) -> Iterator[tuple[Trigger, str]]:
    yield from ids_by_trigger(events).items()


def _key(item: Features) -> tuple[str, int, int, str]:
    mention = item.mention
    return item.report[0], mention.start, mention.trigger_start, mention.rule


class _Connected:
    """The stored reports that are connected with others by being alike, through any number."""

    def __init__(self, index: NeighbourIndex, leaving: Iterable[Stored]) -> None:
        self._index = index
        self._leaving = {number for number, _ in leaving}

    def to(self, gone: Iterable[Features], new: Iterable[Features]) -> list[Features]:
        """The stored reports, without those that leave."""
        found: set[int] = set()
        known: dict[int, Features] = {}
        left = [*gone, *new]
        while left:
            item = left.pop()
            near = self._index.numbers_near(item) - self._leaving - found
            known |= dict(self._index.reports(near - known.keys()))
            alike = {number for number in near if merging.is_same_event(item, known[number])}
            found |= alike
            left.extend(known[number] for number in alike)
        return [known[number] for number in found]


class _Quotes:
    """The quotes that a change concerns: those it brings, and those connected with them.

    Quotes are connected if they say the same. Besides the quotes that come, a change concerns those
    that were compared with each other and are not any more, or the other way round, because a quote
    between them came or left.
    """

    def __init__(
        self, build: store.Build, index: NeighbourIndex, gone: set[str], new: pd.DataFrame
    ) -> None:
        self._build, self._index = build, index
        self._gone = self._read(gone)
        self._new = {quote.id: quote for quote in map(compared, quote_rows(new))}
        self._stay: dict[str, ComparedQuote] = {}
        self._blocks: dict[int, set[str]] = {}

    @property
    def new_shingles(self) -> dict[str, frozenset[int]]:
        """By what the quotes that come are found."""
        return {key: quote.shingles for key, quote in self._new.items()}

    def groups(self) -> dict[str, str]:
        """The group of each quote that the change concerns."""
        left = self._new.keys() | self._parted_and_joined()
        pairs: set[Pair] = set()
        seen: set[str] = set()
        while left:
            seen |= left
            found = set(self._pairs_with(left))
            pairs |= found
            left = {key for _, *both in found for key in both} - seen
        return group_compared([self._quote(key) for key in seen], pairs)

    def _parted_and_joined(self) -> set[str]:
        """Quotes that said the same as one that left, or lost or won a pair by a quote between."""
        quotes = (*self._new.values(), *self._gone.values())
        shingles = {value for quote in quotes for value in quote.shingles}
        self._load_blocks(shingles)
        found: set[str] = set()
        for value in shingles:
            before, after = self._before(value), self._after(value)
            if self._gone.keys().isdisjoint(before) and len(after) <= _reach():
                continue  # every quote is compared with every other, before and after
            old, now = _compared_ids(before.values()), _compared_ids(after.values())
            changed = (old - now) | {pair for pair in now - old if before.keys() >= set(pair)}
            for first, second in changed:
                found |= self._alike(first, second, before) | self._alike(first, second, after)
        return found & (self._stay.keys() | self._new.keys())

    @staticmethod
    def _alike(first: str, second: str, block: Mapping[str, ComparedQuote]) -> set[str]:
        is_there = first in block and second in block
        return {first, second} if is_there and pair_of(block[first], block[second]) else set()

    def _pairs_with(self, ids: Collection[str]) -> Iterator[Pair]:
        """The pairs that say the same and have one of the quotes in them."""
        self._stay |= self._read(set(ids) - self._new.keys() - self._stay.keys())
        shingles = {value for key in ids for value in self._quote(key).shingles}
        self._load_blocks(shingles)
        tried: set[tuple[str, str]] = set()
        for value in shingles:
            for first, second in _compared_ids(self._after(value).values()) - tried:
                tried.add((first, second))
                is_asked = first in ids or second in ids
                if is_asked and (pair := pair_of(self._quote(first), self._quote(second))):
                    yield pair

    def _before(self, value: int) -> dict[str, ComparedQuote]:
        """The quotes of a block before the change."""
        return {key: self._gone.get(key) or self._stay[key] for key in self._blocks[value]}

    def _after(self, value: int) -> dict[str, ComparedQuote]:
        stay = {key: self._stay[key] for key in self._blocks[value] - self._gone.keys()}
        come = {key: quote for key, quote in self._new.items() if value in quote.shingles}
        return stay | come

    def _load_blocks(self, shingles: Iterable[int]) -> None:
        """Read the stored quotes that have one of the hashes."""
        found = self._index.quotes_with(set(shingles) - self._blocks.keys())
        self._blocks |= found
        ids = set().union(*found.values()) - self._gone.keys() - self._stay.keys()
        self._stay |= self._read(ids)

    def _read(self, ids: Iterable[str]) -> dict[str, ComparedQuote]:
        wanted = sorted(ids)
        if not wanted:
            return {}
        table = store.read(self._build, "quotes", only=("quote_id", wanted))
        return {quote.id: quote for quote in map(compared, quote_rows(table))}

    def _quote(self, key: str) -> ComparedQuote:
        return self._new.get(key) or self._stay[key]


def _reach() -> int:
    return distance("quote-block-neighbours")


def _compared_ids(block: Iterable[ComparedQuote]) -> set[tuple[str, str]]:
    """The ids of the quotes of a block that are compared, the smaller id first."""
    pairs = compared_pairs(block)
    return {
        (min(quote.id, other.id), max(quote.id, other.id))
        for quote, other in pairs
        if quote.id != other.id
    }
