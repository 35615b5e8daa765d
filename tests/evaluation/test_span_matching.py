"""Which annotated span is which found span."""

import pytest

from alaqat.evaluation import span_matching


def span(start, end):
    return {"start": start, "end": end}


@pytest.mark.parametrize(("first", "second", "iou", "overlap"), [
    ((0, 4), (0, 4), 1, 1), ((0, 4), (2, 6), 2 / 6, 0.5), ((0, 4), (4, 8), 0, 0), ((0, 4), (6, 8), 0, 0),
    ((0, 8), (2, 4), 0.25, 1), ((3, 3), (3, 3), 0, 0),
])  # fmt: skip
def test_spans_are_compared_by_shared_characters(first, second, iou, overlap):
    assert span_matching.iou(span(*first), span(*second)) == iou
    assert span_matching.overlap(span(*first), span(*second)) == overlap


def test_the_best_pairs_are_matched_first_and_each_span_once():
    gold, found = [span(0, 4), span(4, 8)], [span(2, 8), span(0, 3), span(20, 22)]
    pairs = span_matching.match(gold, found, lambda a, b: span_matching.iou(a, b) > 0)
    assert pairs == [(gold[0], found[1]), (gold[1], found[0])]
    by_overlap = span_matching.match(gold, found[:1], lambda *_: True, span_matching.overlap)
    assert by_overlap == [(gold[1], found[0])]
