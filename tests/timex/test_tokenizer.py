"""Words become typed tokens: clitics apart, numbers and month pairs joined, runs cut at other words."""

import pytest

from alaqat.arabic.fold import folded
from alaqat.timex.grammar import vocabulary
from alaqat.timex.tokenizer import LONGEST_RUN, runs


def words(text):
    text = folded(text)
    return [[text[token.start : token.end] for token in run] for run in runs(text, vocabulary())]


def test_other_words_end_a_run():
    assert words("الخميس وصل أمس") == [["الخميس"], ["امس"]]


def test_a_clitic_is_a_token_of_its_own():
    assert words("وأمس") == [["و", "امس"]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة وعشرين", 25),
        ("ألفين وثمانية عشر", 2018),
        ("ألف وتسعمئة وثمانية وسبعين", 1978),
        ("الحادي والعشرين", 21),
        ("مئة وخمسين", 150),
    ],
)
def test_a_number_in_words_is_one_token(text, value):
    ((token,),) = runs(folded(text), vocabulary())
    assert token.values["num"] == value


@pytest.mark.parametrize("text", ["آذار/مارس", "مايو (أيار)", "يوليو تموز", "ديسمبر/ كانون الأول"])
def test_a_month_named_twice_is_one_token(text):
    ((token,),) = runs(folded(text), vocabulary())
    assert (token.start, token.end) == (0, len(folded(text)))


def test_two_different_months_stay_two():
    assert words("مايو/ يونيو") == [["مايو", "/", "يونيو"]]


def test_a_long_run_is_cut():
    assert all(len(run) <= LONGEST_RUN + 1 for run in runs("5 " * 1000, vocabulary()))
