"""The content of a cue begins at its complementizer, its marks or its colon."""

from __future__ import annotations

from alaqat.arabic.fold import folded
from alaqat.quotes.content_spans import find_content, reported_clauses


def _content(built):
    cue = built.cues[0]
    return find_content(built, cue, len(built.text))


def test_a_complementizer_with_its_preposition_is_the_complement(index):
    built = index("وأشار سامي إلى أن العمل جار")
    complement = _content(built).complement
    assert built.text[complement.start : complement.end] == folded("إلى أن")


def test_a_complementizer_that_the_verb_does_not_take_is_passed_over(index):
    assert _content(index("وقال سامي من الضروري أن نعمل")).complement is None


def test_marks_and_a_colon_are_content(index):
    content = _content(index("وقال سامي: «سنعود غدا إلى العمل»"))
    assert content.colon is not None
    assert len(content.marks) == 1
    assert content.start == content.colon


def test_a_reported_clause_is_split_at_and_that_and_cut_where_the_narrator_goes_on(index):
    built = index("العمل جار هنا وأن الوقت ضيق، فيما غادر الوفد المدينة")
    clauses = [built.text[a:b] for a, b in reported_clauses(built, 0, len(built.text))]
    assert clauses == ["العمل جار هنا", "الوقت ضيق"]
