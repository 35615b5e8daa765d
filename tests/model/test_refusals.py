"""Refusals of one cause are one line."""

from alaqat.model.errors import ArticleRefused
from alaqat.model.refusals import grouped


def sentences(refused):
    return [cause.sentence for cause in grouped(refused)]


def refusals(*messages):
    return [ArticleRefused(message).at(message.partition(": ")[0]) for message in messages]


def test_a_refusal_alone_is_as_it_is():
    assert sentences(refusals("a.txt: is empty")) == ["a.txt: is empty"]


def test_rows_of_one_cause_are_counted_and_the_first_three_named():
    rows = (f"a.csv, line {n}: has {n} cells instead of 2; quote them" for n in range(3, 8))
    assert sentences(refusals(*rows)) == [
        "a.csv, line 3: has 3 cells instead of 2; quote them (5 times: also line 4, line 5 and 2 more)"
    ]


def test_two_causes_and_two_files_are_named():
    given = refusals(
        "a.txt: is empty", "b.txt: is 'x'; no day", "c.txt: is empty", "d.txt: is 'y'; no day"
    )
    assert sentences(given) == [
        "a.txt: is empty (2 times: also c.txt)",
        "b.txt: is 'x'; no day (2 times: also d.txt)",
    ]
