import re
from html import unescape

import pytest

from alaqat import store
from tests.pages import hostile
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


def read_by(test):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html_of(test))))


@pytest.mark.parametrize(("lang", "tally"), [("ar", "4 أحداث"), ("en", "4 events")])
def test_the_list_says_what_was_found_in_each_article(show, lang, tally):
    test = show("articles", lang=lang)
    assert not test.exception
    assert tally in read_by(test)
    assert html_of(test).count('class="reader-entry"') == 2


def test_an_untitled_article_is_listed_by_its_first_words(show):
    assert "زار وزير الخارجية القطري" in read_by(show("articles", lang="en", article="a" * 16))


def test_the_text_is_marked_in_place(show):
    body = html_of(show("articles", lang="en", article="a" * 16))
    for kind in ("place", "person", "quote", "event"):
        assert re.search(rf'class="reader-mark[^"]*reader-{kind}[ "]', body)


def test_a_trigger_leads_to_its_event_on_the_timeline(show, sample):
    event = store.read(sample, "events").query("kind == 'assault'")["event_id"].iloc[0]
    body = unescape(html_of(show("articles", lang="en", article="a" * 16)))
    assert re.search(
        rf'<a href="\./timeline\?lang=en&event={event}"[^>]*class="[^"]*reader-trigger', body
    )


def test_a_link_with_an_event_alone_finds_its_article_and_marks_its_sentence(show, sample):
    event = store.read(sample, "events").query("kind == 'assault'").iloc[0]
    body = html_of(show("articles", lang="en", event=event["event_id"]))
    assert re.search(r'class="[^"]*reader-chosen[^"]*" id="reader-here"', body)
    assert "عنوان &lt;b&gt;أول&lt;/b&gt;</h2>" in body


def test_an_offset_of_a_link_marks_its_sentence(show, sample):
    sentence = store.read(sample, "sentences").iloc[1]
    test = show(
        "articles", lang="ar", article=sentence["article_id"], at=str(sentence["start"] + 2)
    )
    marked = re.findall(r'class="[^"]*reader-chosen[^"]*"[^>]*>([^<]*)<', html_of(test))
    assert unescape("".join(marked)) == sentence["text"]


def test_the_chosen_place_is_brought_into_sight(show):
    assert "scrollIntoView" in html_of(show("articles", lang="en", article="a" * 16, at="3"))
    assert "scrollIntoView" not in html_of(show("articles", lang="en", article="a" * 16))


def test_a_choice_without_articles_says_so(show):
    test = show("articles", lang="en", q="zzzz")
    assert not test.exception
    assert "show everything" in html_of(test)


def test_a_hostile_article_is_shown_as_typed(show, tmp_path, monkeypatch):
    hostile.publish(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("articles", lang="ar")
    body = html_of(test)
    text = re.search(r'<div class="reader-text".*?</div>', body, re.DOTALL).group()
    plain = re.sub(r'<(a|span) class="reader-glyph.*?</\1>', "", text, flags=re.DOTALL)
    assert unescape(re.sub(r"<[^>]*>", "", plain)) == hostile.TEXT.replace("\n", "")
    assert "javascript:" not in body
    assert "<img" not in body
