"""The line about related words of a search."""

from components.html import search_notice
from components.i18n.words import Words

EN = Words("en")


def notice(query, related=()):
    return search_notice.html(query, related, EN, lambda other: f"?q={other}")


def test_related_words_are_named_and_can_be_left_out():
    shown = notice("كينيا", ["كينية"])
    assert "كينية" in shown
    assert 'href="?q=&quot;كينيا&quot;"' in shown


def test_a_quoted_search_offers_the_related_words():
    assert 'href="?q=كينيا"' in notice('"كينيا"')


def test_a_search_without_related_words_says_nothing():
    assert notice("كينيا") == ""


def test_notices_as_a_whole(whole):
    for query in (" سفينة ", '"سفينة"'):
        shown = search_notice.html(
            query, [f"<w{n}>" for n in range(9)], Words("en"), lambda asked: f"?q={asked}"
        )
        whole("quoted" if '"' in query else "related", shown)
