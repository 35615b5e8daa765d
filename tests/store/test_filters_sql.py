"""Whatever a reader chooses, the store keeps what a second reading of the whole frames keeps."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from alaqat import ingest, store
from alaqat.build import pipeline
from alaqat.lexicon.certainty import CERTAINTIES
from alaqat.model.selection import Selection
from alaqat.store import aggregates
from components.html import quote_card, quote_versions
from tests import builders
from tests.conftest import SEED

NEWS = (
    ("2019-03-04", "Outlet A", "زار وزير الخارجية الفرنسي باماكو الأحد. وقال الوزير جان بوييه «سندعم مالي». وطردت مالي السفير الفرنسي عام 2014."),
    ("2021-05-06", "Outlet B", "اتهمت كينيا الصومال بدعم مسلحين في نيروبي. وأردف الرئيس الكيني «لن نسكت». وقطعت الصومال علاقاتها مع كينيا في ديسمبر 2020."),
    ("2019-07-08", "Outlet A", "قصفت قوات تركية مواقع في سوريا أمس. وقالت وزارة الخارجية الروسية إن موسكو ترفض الهجوم."),
    ("2022-08-20", "Outlet C", "وقعت تركيا وإسرائيل اتفاقا للطيران في أنقرة في يوليو 2022. وأكد الوزير التركي مولود جاويش أوغلو «عهدا جديدا»."),
)  # fmt: skip


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    found = [builders.article(text, day, source=outlet, name=day) for day, outlet, text in NEWS]
    return pipeline.build(
        [ingest.article(SEED), *found], root=tmp_path_factory.mktemp("store")
    ).build


@pytest.fixture(scope="module")
def frames(build):
    names = (
        "events",
        "reports",
        "participants",
        "quotes",
        "mentions",
        "entities",
        "articles",
        "sentences",
    )
    return {name: store.read(build, name) for name in names}


def choices(frames, count=80):
    """Selections of one to four random filters, the same at every run."""
    draw = Random(2018)  # noqa: S311 - the same choices at every run
    names = sorted(set(frames["participants"]["name"]))
    places = sorted(set(frames["entities"][frames["entities"]["type"] == "LOC"]["canonical_en"]))
    outlets = sorted(set(frames["articles"]["source"].dropna()))
    states = sorted(set(frames["participants"]["country"].dropna()))
    made = {
        "years": lambda: dict(
            zip(("year_from", "year_to"), sorted(draw.choices(range(2000, 2024), k=2)), strict=True)
        ),
        "kinds": lambda: {
            "kinds": tuple(draw.sample(["consult", "words", "sanction", "assault", "other"], k=2))
        },
        "actors": lambda: {"actors": (draw.choice(names),)},
        "sources": lambda: {"sources": (draw.choice(outlets),)},
        "places": lambda: {"places": (draw.choice(places),)},
        "pair": lambda: {"pair": "-".join(sorted(draw.sample(states, k=2)))},
        "granularity": lambda: {"granularity": (draw.choice(["day", "month", "year", "range"]),)},
        "certainty": lambda: {"certainty": draw.choice(["likely", "probable", "uncertain"])},
        "speaker": lambda: {
            "speaker": draw.choice(sorted(set(frames["quotes"]["speaker"].dropna())))
        },
    }
    for _ in range(count):
        chosen: dict = {}
        for name in draw.sample(sorted(made), k=draw.randint(1, 3)):
            chosen |= made[name]()
        yield Selection(**chosen)


def overlapping(frame, selection):
    first, last = selection.year_from or 1, selection.year_to or 9999
    return frame[(frame["date_to"].dt.year >= first) & (frame["date_from"].dt.year <= last)]


def kept_events(frames, selection):
    """The ids of the events that a selection keeps, found by reading whole frames."""
    events, reports, parts = frames["events"], frames["reports"], frames["participants"]
    kept = overlapping(events, selection) if selection.year_from else events
    ids = set(kept["event_id"])
    if selection.kinds:
        ids &= set(events[events["kind"].isin(selection.kinds)]["event_id"])
    if selection.actors:
        ids &= set(parts[parts["name"].isin(selection.actors)]["event_id"])
    if selection.granularity:
        ids &= set(events[events["granularity"].isin(selection.granularity)]["event_id"])
    if selection.certainty:
        words = CERTAINTIES[: CERTAINTIES.index(selection.certainty) + 1]
        ids &= set(events[events["certainty"].isin(words)]["event_id"])
    if selection.pair:
        for state in selection.pair.split("-"):
            ids &= set(parts[parts["country"] == state]["event_id"])
    if selection.sources:
        held = set(
            frames["articles"][frames["articles"]["source"].isin(selection.sources)]["article_id"]
        )
        ids &= set(reports[reports["article_id"].isin(held)]["event_id"])
    for sentences in _sentences(frames, selection):
        places = zip(reports["article_id"], reports["sentence_number"], strict=True)
        ids &= {
            one
            for one, place in zip(reports["event_id"], places, strict=True)
            if place in sentences
        }
    return ids


def _sentences(frames, selection):
    """For each filter that asks for sentences, those that fit."""
    if selection.places:
        named = frames["mentions"].merge(frames["entities"], on="entity_id")
        named = named[(named["type"] == "LOC") & named["canonical_en"].isin(selection.places)]
        yield set(zip(named["article_id"], named["sentence"], strict=True))
    if selection.speaker:
        said = frames["quotes"][frames["quotes"]["speaker"] == selection.speaker]
        yield set(zip(said["article_id"], said["sentence"], strict=True))


def test_random_choices_keep_the_events_that_a_plain_reading_keeps(build, frames):
    kept = [
        (set(store.read(build, "events", one)["event_id"]), kept_events(frames, one))
        for one in choices(frames)
    ]
    assert all(found == wanted for found, wanted in kept)
    assert 20 < sum(bool(found) for found, _ in kept) < 80


def test_the_count_of_a_facet_is_what_choosing_its_value_keeps(build, frames):
    for one in choices(frames, 15):
        for facet in ("kinds", "actors", "sources", "places", "granularity"):
            for row in store.facet(build, facet, one).head(3).to_dict("records"):
                chosen = kept_events(frames, _with(one, **{facet: (row["value"],)}))
                assert row["count"] == len(chosen)


def test_the_count_of_a_year_is_what_choosing_it_keeps(build, frames):
    for one in choices(frames, 15):
        for row in store.facet(build, "years", one).head(3).to_dict("records"):
            year = int(row["value"])
            assert row["count"] == len(
                kept_events(frames, _with(one, year_from=year, year_to=year))
            )


def _with(selection, **changes):
    return replace(selection, **changes)


def test_a_leaf_of_quotes_holds_the_groups_that_a_plain_reading_orders(build, frames):
    articles, quotes = frames["articles"], frames["quotes"]
    chosen = quotes["quote_id"].iloc[-1]
    for one in choices(frames, 15):
        kept = store.read(build, "quotes", one)["group_id"]
        whole = quotes[quotes["group_id"].isin(kept) | (quotes["quote_id"] == chosen)]
        cards = quote_versions.sayings(
            quote_card.joined(whole, articles, chosen=chosen), chosen=chosen
        )
        wanted = [card.lead["group_id"] for card in cards]
        assert (
            aggregates.sayings(build, one, chosen, (0, 5))
            + aggregates.sayings(build, one, chosen, (5, 1000))
            == wanted
        )
