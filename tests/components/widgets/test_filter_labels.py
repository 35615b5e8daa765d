"""What is chosen, in the reader's words."""

import pytest

from components.widgets import filter_labels


def plain(text):
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


@pytest.mark.parametrize(("choices", "words"), [
    ({"year_from": 2012, "year_to": 2012}, "2012"), ({"year_from": 2012, "year_to": 2013}, "2012–2013"),
    ({"year_from": 2012}, "from 2012"), ({"year_to": 2012}, "up to 2012"), ({}, ""),
    ({"query": "قطر"}, "“قطر”"), ({"pair": "EGY-QAT"}, "Egypt ⇄ Qatar"),
    ({"kinds": ("consult", "sanction")}, "Talks and agreements · Sanctions and pressure"),
    ({"actors": ("Egypt", "Nobody")}, "Egypt · Nobody"), ({"certainty": "uncertain"}, "uncertain events too"),
    ({"pair": "EGY-QAT", "year_from": 2012, "year_to": 2013}, "Egypt ⇄ Qatar · 2012–2013"),
])  # fmt: skip
def test_choices_are_named_in_the_order_of_the_filters(choices, words, sample_view):
    view = sample_view.with_values({"certainty": "probable"} | choices)
    assert plain(filter_labels.in_words(view)) == words


def test_each_choice_has_the_view_without_it(sample_view):
    view = sample_view.with_values(
        {"year_from": 2012, "year_to": 2013, "actors": ("Egypt", "Qatar")}
    )
    left = [choice.without for choice in filter_labels.choices(view)]
    assert [(one.year_from, one.year_to, one.actors, one.certainty) for one in left] == [
        (None, None, ("Egypt", "Qatar"), "uncertain"),
        (2012, 2013, ("Qatar",), "uncertain"),
        (2012, 2013, ("Egypt",), "uncertain"),
        (2012, 2013, ("Egypt", "Qatar"), "probable"),
    ]


@pytest.mark.parametrize(("name", "value", "label"), [
    ("actors", "Egypt", "مصر (9)"), ("actors", "Nobody", "Nobody (0)"), ("pair", "EGY-QAT", "مصر ⇄ قطر (8)"),
    ("pair", "EGY-TCD", "مصر ⇄ تشاد (0)"),
])  # fmt: skip
def test_a_value_is_labelled_with_its_count(name, value, label, sample_view):
    counted = filter_labels.Counted(sample_view.with_values({"lang": "ar"}), name)
    assert plain(counted.label(value)) == label


def test_values_are_listed_by_their_count(sample_view):
    assert filter_labels.Counted(sample_view, "actors").values[:2] == ["Egypt", "Qatar"]
