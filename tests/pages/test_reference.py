"""A chronology stands beside the events, off until it is chosen, and never among them."""

from __future__ import annotations

import pytest

from alaqat import store
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")
OWN = b"date,text\n2011,a visit\n1950-01-02,<b>before</b>\n"


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069")


@pytest.fixture
def opened(show):
    """`opened(content)` opens the page and loads a file with this content."""

    def opened(content: bytes, **params):
        test = show("reference", **{"lang": "en"} | params)
        test.get("file_uploader")[0].set_value(("own.csv", content, "text/csv")).run()
        assert not test.exception
        return test

    return opened


def test_nothing_is_compared_until_a_chronology_is_chosen(show):
    body = html_of(show("reference", lang="en"))
    assert "reference=israel-turkey" in body
    assert "beside-chronology" not in body
    assert 'href="./reference?lang=en"' in html_of(show("timeline", lang="en"))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_shipped_one_shows_what_the_articles_do_not_cover(show, lang):
    test = show("reference", lang=lang, reference="israel-turkey", pair="ISR-TUR")
    assert not test.exception
    body = html_of(test)
    assert body.count("missing-entry") > 25
    assert ("Mavi Marmara" in body) == (lang == "en")
    assert "United Nations" in body


def test_a_file_of_the_reader_is_shown_escaped_and_stays_in_the_session(opened, sample):
    before = sorted(path.name for path in sample.path.parent.iterdir())
    body = html_of(opened(OWN))
    assert "&lt;b&gt;before&lt;/b&gt;" in body
    assert "of 2 entries are covered" in bare(body)
    assert sorted(path.name for path in sample.path.parent.iterdir()) == before
    assert len(store.read(sample, "events")) == len(
        store.read(store.latest(sample.path.parent), "events")
    )


def test_a_wrong_file_is_one_sentence_and_changes_nothing(opened):
    test = opened(OWN)
    wrong = ("bad.csv", b"date,text\nsoon,x\n", "text/csv")
    test.get("file_uploader")[0].set_value(wrong).run()
    body = bare(html_of(test))
    assert "bad.csv, row 2: “soon” is no date; write 2010-05-31" in body
    assert "of 2 entries are covered" in body
    arabic = bare(html_of(opened(b"date,text\nsoon,x\n", lang="ar")))
    assert "own.csv، السطر 2: «soon» ليس تاريخاً" in arabic


def test_a_file_is_forgotten_by_a_button(opened):
    test = opened(OWN)
    test.button(key="chronology_forget").click().run()
    assert "beside-chronology" not in html_of(test)


def test_an_unknown_name_in_a_link_compares_nothing(show):
    assert "beside-chronology" not in html_of(show("reference", reference="nothing-here"))
