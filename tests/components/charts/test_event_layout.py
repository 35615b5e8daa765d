import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.event_layout import (
    MOST_LABELLED,
    PAD,
    Box,
    Columns,
    Item,
    Layout,
    box,
    layout,
)

SHARES = st.integers(0, 100).map(lambda part: part / 100)
WIDTHS = st.sampled_from([256, 326, 496, 836, 1196])


@st.composite
def items(draw, most=MOST_LABELLED):
    found = []
    for _ in range(draw(st.integers(1, most))):
        first = draw(SHARES)
        last = max(first, draw(st.sampled_from([first, first, draw(SHARES)])))
        label = draw(st.integers(20, 200))
        height = draw(st.sampled_from([-1.0, -0.4, -0.01, 0.0, 0.01, 0.5, 1.0]))
        found.append(Item(first, last, height, label, label + 80, draw(SHARES)))
    return tuple(found)


def boxes(given_items, placed: Layout, width: float, *, labelled=True):
    pairs = zip(given_items, placed.places, strict=True)
    return [
        box(item, place, width, has_date=placed.has_dates)
        for item, place in pairs
        if place.label != "gone" and (place.label or not labelled)
    ]


def overlaps(areas):
    return [
        (one, other)
        for i, one in enumerate(areas)
        for other in areas[:i]
        if not one.is_apart(other)
    ]


@settings(max_examples=80, deadline=None)
@given(items(), WIDTHS, st.booleans(), st.floats(1, 3))
def test_no_two_labels_overlap_at_the_width_and_at_any_larger_one(found, width, has_dates, larger):
    placed = layout(found, width, has_dates=has_dates)
    assert overlaps(boxes(found, placed, width)) == []
    assert overlaps(boxes(found, placed, width * larger)) == []


@settings(max_examples=50, deadline=None)
@given(items(60), WIDTHS)
def test_labels_stay_on_the_chart(found, width):
    placed = layout(found, width, has_dates=False)
    for area in boxes(found, placed, width):
        assert area.left >= -PAD
        assert area.right <= width + PAD
        assert -placed.down <= area.bottom
        assert area.top <= placed.up


@settings(max_examples=50, deadline=None)
@given(items(), WIDTHS)
def test_a_mark_stays_on_its_side_of_the_axis(found, width):
    for item, place in zip(found, layout(found, width, has_dates=False).places, strict=True):
        assert item.height == 0 or place.y * item.height > 0


@settings(max_examples=50, deadline=None)
@given(items(8), WIDTHS)
def test_no_label_covers_a_column(found, width):
    columns = (Box(0, width / 3, 0, 80), Box(width / 2, width, -60, 0))
    placed = layout(found, width, has_dates=False, columns=Columns(columns, 80, 60))
    areas = boxes(found, placed, width, labelled=False)
    assert all(area.is_apart(column) for area in areas for column in columns)


def test_one_of_two_lanes_is_low():
    few = tuple(Item(n / 5, n / 5, 0.5 - n % 2, 60, 60) for n in range(5))
    placed = layout(few, 836, has_dates=False, is_low=True)
    assert placed.up + placed.down <= 150
    assert all(place.label for place in placed.places)


def test_twenty_events_of_one_day_are_all_labelled():
    crowd = tuple(Item(0.5, 0.5, 0.4, 90, 170, number) for number in range(20))
    assert all(place.label for place in layout(crowd, 836, has_dates=False).places)


def test_of_many_marks_the_strongest_of_each_stretch_are_labelled():
    many = tuple(Item(n / 100, n / 100, 0.5, 60, 60, float(n % 10)) for n in range(100))
    labelled = [
        i for i, place in enumerate(layout(many, 836, has_dates=True).places) if place.label
    ]
    assert labelled
    assert all(index % 10 == 9 for index in labelled)
    assert len(labelled) < len(many)


@settings(max_examples=6, deadline=None)
@given(st.lists(SHARES, min_size=90, max_size=140), WIDTHS, st.floats(1, 3))
def test_in_a_crowd_no_mark_covers_a_label(days, width, larger):
    crowd = tuple(Item(day, day, 0.5, 90, 170, n % 7) for n, day in enumerate(days))
    placed = layout(crowd, width, has_dates=True)
    areas = boxes(crowd, placed, width * larger, labelled=False)
    named = boxes(crowd, placed, width * larger)
    assert all(one == own or own.is_apart(one) for own in named for one in areas)


def test_a_bar_over_the_whole_axis_has_its_label_over_it():
    whole = (Item(0.0, 1.0, 0.5, 90, 170, 1.0),)
    assert layout(whole, 496, has_dates=False).places[0].label == "over"


FIXED = (
    Item(0.0, 0.0, 1.0, 120, 200, 0.0),
    Item(0.02, 0.02, 0.4, 60, 140, 0.02),
    Item(0.02, 0.5, -1.0, 90, 170, 0.25),
    Item(0.3, 0.3, 0.0, 40, 120, 0.3),
    Item(0.31, 0.31, -0.01, 150, 230, 0.31),
    Item(0.32, 0.32, 0.5, 200, 280, 0.32),
    Item(0.9, 1.0, 0.01, 80, 160, 0.95),
    Item(1.0, 1.0, -0.4, 80, 160, 1.0),
)


@pytest.mark.parametrize("width", [256, 496, 1196])
@pytest.mark.parametrize("has_dates", [False, True])
def test_a_layout_as_a_whole(width, has_dates, whole):
    placed = layout(FIXED, width, has_dates=has_dates)
    areas = [
        box(one, place, width, has_date=placed.has_dates)
        for one, place in zip(FIXED, placed.places, strict=True)
    ]
    whole(
        f"{width} {'with' if has_dates else 'without'} dates",
        "\n".join(map(repr, [placed, *areas])),
    )
