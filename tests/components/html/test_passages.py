"""Rows and passages."""

import pandas as pd

from components.data.frame_rows import rows
from components.html import passages
from components.html.passages import marked, paragraph
from components.i18n.words import Words


def test_rows_hold_none_for_whatever_is_missing():
    frame = pd.DataFrame(
        {"day": [pd.NaT, pd.Timestamp("2020-01-02")], "name": [None, "x"], "x": [float("nan"), 1.5]}
    )
    assert rows(frame) == [
        {"day": None, "name": None, "x": None},
        {"day": pd.Timestamp("2020-01-02"), "name": "x", "x": 1.5},
    ]


def test_an_empty_frame_has_no_rows():
    assert rows(pd.DataFrame({"a": []})) == []


def test_marks_count_from_where_the_passage_begins():
    assert marked("a<b>c", 10, [(13, 14), (11, 12)]) == "a<mark>&lt;</mark>b<mark>&gt;</mark>c"


def test_overlapping_marks_do_not_repeat_text():
    assert marked("abcd", 0, [(0, 3), (2, 4)]) == "<mark>abc</mark><mark>d</mark>"


def test_a_paragraph_ends_at_the_line():
    text = "one\ntwo three\nfour"
    start, end = paragraph(text, 8, 13)
    assert text[start:end] == "two three"


def test_the_origin_of_an_article_is_its_day_and_outlet():
    day = {"published": pd.Timestamp("2020-03-04"), "source": "<W>"}
    assert passages.origin(day, Words("en")) == "<bdi>4 March 2020</bdi> · <bdi>&lt;W&gt;</bdi>"
    bare = passages.origin({"published": None, "source": None}, Words("en"))
    assert bare == "<bdi>date unknown</bdi> · <bdi>outlet not stated</bdi>"
