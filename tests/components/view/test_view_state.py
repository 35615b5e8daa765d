from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.model import pins
from components.theme.event_kinds import KINDS
from components.view.url_values import LONGEST
from components.view.view_state import (
    EMPTY,
    MOST,
    OF_PAGE,
    SORTS,
    ViewState,
    href,
    params,
    parse,
)
from tests.model.test_pins import PINS

WORD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    str.strip
)
WORDS = st.lists(WORD, max_size=4, unique=True).map(tuple)
YEARS = st.one_of(
    st.tuples(st.none(), st.none()),
    st.lists(st.integers(1000, 2100), min_size=2, max_size=2).map(sorted).map(tuple),
)


@st.composite
def views(draw):
    first, last = draw(YEARS)
    return ViewState(
        lang=draw(st.sampled_from(["ar", "en"])),
        months=draw(st.sampled_from(["", "levant", "maghreb", "morocco"])),
        hijri=draw(st.booleans()),
        year_from=first,
        year_to=last,
        actors=draw(WORDS),
        kinds=tuple(draw(st.lists(st.sampled_from(list(KINDS)), unique=True))),
        query=draw(st.one_of(st.just(""), WORD)),
        speaker=draw(st.none() | WORD),
        sources=draw(WORDS),
        places=draw(WORDS),
        certainty=draw(st.sampled_from(["likely", "probable", "uncertain"])),
        granularity=draw(st.sampled_from([(), ("month",), ("day", "range")])),
        facets=draw(st.booleans()),
        zoom=draw(st.sampled_from([None, "2018-05-01_2018-06-30"])),
        comparison=draw(st.sampled_from([None, "EGY-QAT", "outlet:Outlet A"])),
        nodes=draw(WORDS),
        event=draw(st.none() | WORD),
        quote=draw(st.none() | WORD),
        article=draw(st.none() | WORD),
        at=draw(st.none() | st.integers(0, 10**8)),
        pair=draw(st.sampled_from([None, "ISR-TUR", "EGY-QAT"])),
        period=draw(st.sampled_from([None, "2018", "2018-06"])),
        measure=draw(st.sampled_from(["count", "intensity"])),
        entity=draw(st.none() | WORD),
        sort=draw(st.sampled_from(SORTS)),
        leaf=draw(st.integers(1, 999)),
        present=draw(st.booleans()),
        slide=draw(st.integers(1, 999)),
        autoplay=draw(st.none() | st.integers(1, 600)),
        pins=draw(st.lists(PINS).map(pins.unique)),
        story=draw(st.sampled_from([None, "0123456789abcdef"])),
    )


@given(views())
def test_a_view_comes_back_from_its_link(view):
    given_back = parse_qs(urlsplit(href("timeline", view)).query, keep_blank_values=True)
    assert parse(given_back) == (view, ())


@given(
    st.dictionaries(
        st.sampled_from(["lang", "from", "to", "kind", "at", "q", "event", "x"]),
        st.lists(st.text()),
    )
)
def test_whatever_a_link_holds_gives_a_view(wild):
    view, ignored = parse(wild)
    assert parse({k: [v] if isinstance(v, str) else v for k, v in params(view).items()})[0] == view
    assert all("=" in part for part in ignored)


@pytest.mark.parametrize(
    "bad",
    [
        "from=abc",
        "to=99999",
        "zoom=2018-06-30_2018-05-01",
        "zoom=2018",
        "facets=yes",
        "leaf=0",
        "present=yes",
        "slide=0",
        "play=fast",
        "pin=x:1",
        "pin=e:",
        "story=../x",
        "beside=outlet:",
        "pair=ISR",
        "pair=ISR-ISR",
        "pair=isr-tur",
        "period=2018-13",
        "period=June",
        "measure=x",
        "kind=war",
        "granularity=second",
        "certainty=sure",
        "lang=fr",
        "at=-1",
        "q= ",
        f"event={'x' * (LONGEST + 1)}",
    ],
)
def test_a_value_that_means_nothing_is_ignored_and_named(bad):
    name, value = bad.split("=")
    assert parse({name: [value]}) == (EMPTY, (f"{name}={value[:LONGEST]}",))


def test_years_the_wrong_way_round_keep_the_first():
    assert parse({"from": ["2018"], "to": ["2016"]}) == (ViewState(year_from=2018), ("to=2016",))


def test_a_list_is_bounded_and_has_no_doubles():
    view, _ = parse({"actor": ["a", "a", *map(str, range(100))]})
    assert len(view.actors) == MOST
    assert view.actors[:2] == ("a", "0")


def test_a_pair_is_the_same_in_either_order():
    assert parse({"pair": ["TUR-ISR"]})[0].pair == "ISR-TUR"
    assert ViewState(pair="ISR-TUR").selection().pair == "ISR-TUR"


def test_the_selection_asks_for_what_the_view_filters():
    view = ViewState(
        year_from=2016, actors=("Chad",), kinds=("words",), query="x", event="e", article="a"
    )
    asked = view.selection(speaker="s")
    assert (asked.year_from, asked.actors, asked.kinds, asked.query, asked.speaker) == (
        2016,
        ("Chad",),
        ("words",),
        "x",
        "s",
    )
    assert asked.article is None


def test_everything_clears_filters_and_keeps_language_and_event():
    view = ViewState(lang="en", year_from=2016, kinds=("words",), event="e")
    assert view.is_filtered
    assert view.everything() == ViewState(lang="en", event="e", all_pairs=True)


def test_a_choice_ends_the_wish_for_all_pairs():
    assert not ViewState(all_pairs=True, pair="ISR-TUR").marked().all_pairs
    assert ViewState(pair="ISR-TUR").toggled("pair", "ISR-TUR").marked().all_pairs


def test_an_untouched_view_has_a_bare_link():
    assert href("timeline", EMPTY) == "./timeline"


def test_the_story_goes_from_page_to_page_and_the_slides_do_not():
    assert {"present", "slide", "autoplay"} <= set(OF_PAGE)
    assert not {"pins", "story"} & set(OF_PAGE)


def test_an_event_pinned_twice_is_kept_once_in_its_first_place():
    view, _ = parse({"pin": ["e:1~first", "q:1", "e:1~second"]})
    assert [str(pin) for pin in view.pins] == ["e:1~first", "q:1"]


def test_a_chosen_value_is_dropped_by_its_own_toggle():
    view = ViewState(actors=("Chad", "Egypt"))
    assert view.toggled("actors", "Chad").actors == ("Egypt",)
    assert view.toggled("actors", "Turkey").actors == ("Chad", "Egypt", "Turkey")
    assert view.toggled("speaker", "A").toggled("speaker", "A") == view


def test_a_year_is_one_year_alone():
    only = ViewState(year_from=2018, year_to=2018)
    assert ViewState().toggled("years", "2018") == only
    assert only.toggled("years", "2018") == ViewState()
    assert ViewState(year_from=2018).chosen("years") == ()


def test_a_granularity_is_in_the_link_and_reaches_the_selection():
    view, ignored = parse({"granularity": ["month", "second"]})
    assert (view.granularity, ignored) == (("month",), ("granularity=second",))
    assert view.selection().granularity == ("month",)


def test_uncertain_events_are_hidden_until_a_link_asks_for_them():
    view, _ = parse({"certainty": ["uncertain"]})
    assert (EMPTY.selection().certainty, view.selection().certainty) == ("probable", "uncertain")
    assert not EMPTY.is_filtered
    assert view.everything().certainty == EMPTY.certainty
