"""Each filter, alone, keeps the right rows of every frame and drops the others."""

from dataclasses import replace
from datetime import date

import pytest

from alaqat import store
from alaqat.model.selection import SELECTED, Selection
from tests import builders

FRAMES = (
    "events",
    "reports",
    "participants",
    "quotes",
    "sentences",
    "mentions",
    "edges",
    "articles",
)


def _other():
    """A sanction in another year, known to the month, by other states and outlet, with other names and words."""
    found = builders.visit("2018-06-01", "ب")
    event = replace(
        found.events[0],
        plover="SANCTION",
        polarity="conflict",
        actors=(replace(found.events[0].actors[0], name="Kenya", country="KEN"),),
        recipients=(),
        date_from=date(2018, 6, 1),
        date_to=date(2018, 6, 30),
        granularity="month",
        probability=0.1,
    )
    kenya, somalia = (
        replace(entity, id=f"loc:{code}", canonical_en=name, country=code)
        for entity, code, name in zip(
            found.entities, ("KEN", "SOM"), ("Kenya", "Somalia"), strict=True
        )
    )
    quote = replace(found.quotes[0], speaker="Kenya", speaker_id="loc:KEN", country="KEN")
    return replace(found, events=(event,), entities=(kenya, somalia), quotes=(quote,))


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    annotations = [builders.visit("2020-03-04", "أ"), _other()]
    return builders.publish(annotations, tmp_path_factory.mktemp("store"))


def _articles(build, frame, selection):
    """The outlets of the rows that a selection keeps: the two articles differ in their outlet."""
    outlets = store.read(build, "articles").set_index("article_id")["source"]
    rows = store.read(build, frame, selection)
    if frame == "participants":
        events = store.read(build, "events").set_index("event_id")["article_id"]
        return set(rows["event_id"].map(events).map(outlets))
    return set(rows["article_id"].map(outlets))


CASES = {
    "pair": {"pair": "FRA-TCD"},
    "year_from": {"year_from": 2020},
    "year_to": {"year_to": 2018},
    "kinds": {"kinds": ("consult",)},
    "actors": {"actors": ("France",)},
    "sources": {"sources": ("outlet أ",)},
    "places": {"places": ("Chad",)},
    "speaker": {"speaker": "France"},
    "granularity": {"granularity": ("day",)},
    "certainty": {"certainty": "probable"},
    "query": {"query": "أ"},
    "entities": {"entities": ("loc:FRA",)},
}
# frames from which a filter drops nothing: certainty is of events alone
ALL = {(frame, "certainty") for frame in ("quotes", "sentences", "mentions", "edges", "articles")}
# a frame that a filter leaves empty here: the quote, in a sentence of its own, reports no event, names no place;
# the sentence of the quote reports no event and names no two entities
NOTHING = {
    ("quotes", "kinds"), ("quotes", "places"), ("quotes", "granularity"), ("quotes", "entities"),
    *((frame, name) for frame in ("events", "reports", "participants", "mentions", "edges") for name in ("speaker", "query")),
}  # fmt: skip


def test_every_filter_has_its_case():
    assert {*CASES, "article"} == set(SELECTED)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", CASES)
def test_a_filter_keeps_its_rows_and_drops_the_others(build, frame, name):
    assert _articles(build, frame, Selection()) == {"outlet أ", "outlet ب"}
    wanted = "outlet ب" if name == "year_to" else "outlet أ"
    expected = set() if (frame, name) in NOTHING else {wanted}
    if (frame, name) in ALL:
        expected = {"outlet أ", "outlet ب"}
    assert _articles(build, frame, Selection(**CASES[name])) == expected


@pytest.mark.parametrize("frame", FRAMES)
def test_an_article_keeps_its_own_rows(build, frame):
    article = store.read(build, "articles", Selection(sources=("outlet ب",)))["article_id"].iloc[0]
    assert _articles(build, frame, Selection(article=article)) == {"outlet ب"}


@pytest.mark.parametrize(("value", "years"), [("day", [2020]), ("month", [2018]), ("year", [])])
def test_events_are_kept_by_how_finely_they_are_dated(build, value, years):
    events = store.read(build, "events", Selection(granularity=(value,)))
    assert list(events["date_from"].dt.year) == years
    assert list(store.facet(build, "granularity")["value"]) == ["day", "month"]


def test_date_expressions_are_kept_by_their_own_granularity(build):
    assert len(store.read(build, "timexes", Selection(granularity=("day",)))) == 2
    assert store.read(build, "timexes", Selection(granularity=("month",))).empty


def test_a_certainty_counts_what_it_and_the_surer_words_hold(build):
    counts = store.facet(build, "certainty").set_index("value")["count"].to_dict()
    assert counts == {"probable": 1, "uncertain": 2}
    assert len(store.read(build, "events", Selection(certainty="uncertain"))) == 2
    assert store.read(build, "events", Selection(certainty="likely")).empty
