"""No node or name of the network lies on another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.name_placement import HEIGHT, WIDTH, Box, lines_of, node_box, spread

NODES = st.lists(
    st.tuples(
        st.floats(0, WIDTH), st.floats(0, HEIGHT), st.floats(8, 30), st.text("نمل ab", max_size=40)
    ),
    max_size=32,
)


@given(NODES)
def test_no_name_lies_on_another(nodes):
    boxes = [
        node_box(place.x, place.y, size, name)
        for place, (_, _, size, name) in zip(spread(nodes), nodes, strict=True)
        if place.is_named
    ]
    assert not any(one.is_over(other) for one, other in combinations(boxes, 2))
    assert all(box.is_inside for box in boxes)


@pytest.mark.parametrize(("side", "beyond"), [(0, -1), (1, -1), (2, WIDTH + 1), (3, HEIGHT + 1)])
def test_a_box_beyond_one_edge_is_not_inside(side, beyond):
    edges = [0, 0, WIDTH, HEIGHT]
    assert Box(*edges).is_inside
    edges[side] = beyond
    assert not Box(*edges).is_inside


def test_a_node_with_room_stays_where_it_belongs():
    assert [(place.x, place.y) for place in spread([(400, 300, 20, "a")])] == [(400, 300)]


def test_a_name_without_room_anywhere_is_left_out_and_the_node_is_drawn():
    (small,), (large,) = spread([(400, 300, 20, "a" * 200)]), spread([(400, 300, 900, "a")])
    assert (small.x, small.y, small.is_named) == (400, 300, False)
    assert (large.x, large.y, large.is_named) == (400, 300, False)


def test_the_second_of_two_at_one_place_moves_only_as_far_as_it_must():
    first, second = spread([(400, 300, 20, "ab"), (400, 300, 20, "cd")])
    assert (first.x, first.y) == (400, 300)
    assert abs(second.x - 400) + abs(second.y - 300) < 90


def test_thirty_long_names_at_one_place_are_all_named():
    places = spread([(430, 280, 20, "a name of letters")] * 30)
    assert sum(place.is_named for place in places) >= 25


def test_a_name_is_broken_between_words_only():
    assert lines_of("الإمارات العربية المتحدة") == ["الإمارات العربية", "المتحدة"]
    assert lines_of("a-name-of-more-than-sixteen") == ["a-name-of-more-than-sixteen"]


def test_places_and_boxes_as_a_whole(whole):
    nodes = [(50.0, 50.0, 30.0, "Mali"), (52.0, 50.0, 20.0, "United Nations Security Council"),
             (0.0, 0.0, 10.0, "A"), (WIDTH, HEIGHT, 40.0, "Islamic Republic of Iran"), (51.0, 52.0, 30.0, "Chad")]  # fmt: skip
    boxes = [node_box(*node) for node in nodes]
    whole("places", "\n".join(map(repr, [*spread(nodes), *boxes])))
