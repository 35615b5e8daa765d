"""The page of one rule."""

import re

import pytest

from alaqat import lexicon
from components.html import rule_page
from components.i18n.words import Words

EN = Words("en")
EVENT = {
    "event_id": "e",
    "date_from": None,
    "date_to": None,
    "granularity": None,
    "mod": None,
    "label_en": "Visit",
    "label_ar": "زيارة",
    "actors": ["Chad"],
    "actors_ar": ["تشاد"],
    "recipients": [],
    "recipients_ar": [],
    "sentence": "زار <الوزير> مالي.",
}


def link(page, **changes):
    return f"./{page}?{changes}"


def page(identifier, events=(), count=0):
    return rule_page.html(rule_page.rule_of(identifier), events, count, EN, link)


def test_an_event_rule_shows_its_words_code_examples_and_conditions():
    shown = page("strain")
    assert all(
        part in shown
        for part in (
            "توترت",
            "العلاقات",
            "Relations strained",
            "Its own sentence must give a date.",
            "the date that the rule asks for is missing",
        )
    )


def test_what_a_rule_looks_for_is_a_list_and_nothing_beside_it():
    (inner,) = re.findall('<ul class="plain rule-aim">(.*?)</ul>', page("strain"))
    assert re.sub("<li>.*?</li>", "", inner) == ""


def test_the_events_of_a_rule_are_linked_and_escaped():
    shown = page("visit", [EVENT], 2)
    assert "2 events it gave here" in shown
    assert "&lt;الوزير&gt;" in shown
    assert "and 1 more" in shown


@pytest.mark.parametrize(("family", "file"), [("timex", "ranges"), ("quotes", "attribution")])
def test_rules_of_other_families_have_pages(family, file):
    rule = lexicon.rules(f"{family}/{file}")[0]
    assert f">{rule.id}</code>" in page(rule.id)


@pytest.mark.parametrize("identifier", [None, "no-such-rule", "model:small"])
def test_an_unknown_rule_and_a_model_say_so(identifier):
    assert rule_page.rule_of(identifier) is None
    assert 'class="notice"' in rule_page.missing_notice(identifier, EN, link)
