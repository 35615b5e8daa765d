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


TABLES = {
    "event_lemmas": [dict.fromkeys(("past", "present", "other", "participle"), "") | {"lemma": "زار", "noun": "زيارة"}],
    "event_cues": [{"class": "near", "forms": "وزير|رئيس"}, {"class": "far", "forms": "مباراة"}],
    "event_labels": [],
    "plover": [{"plover": "CONSULT", "mode": "visit", "label_en": "Visit", "label_ar": "زيارة", "score": "4",
                "polarity": "cooperation", "kind": "consult"}],
}  # fmt: skip
FIELDS = {
    "plover": "CONSULT", "mode": "visit", "lemmas": ["زار"], "needs": ["near"], "nowhere": "far", "party": "pair",
    "dated": True, "foreign": False,
}  # fmt: skip
CASES = (("زار <الوزير> مالي.",), ({"text": "زار المعرض.", "why": "no <state>"}, "زار."))


@pytest.mark.parametrize(("family", "fields"), [
    ("events", FIELDS), ("timex", {"pattern": "<DAY>"}), ("quotes", {"does": "It <joins>."}),
])  # fmt: skip
def test_a_page_as_a_whole(family, fields, monkeypatch, whole):
    monkeypatch.setattr(rule_page.lexicon, "table", TABLES.__getitem__)
    score = {"rule": "a.rule", "articles": "9", "found": "7", "right_days": "5", "right_code": "4"}
    monkeypatch.setattr(rule_page, "data_rows", lambda _: [score])
    rule = lexicon.Rule("a.rule", fields, *CASES, "a.yaml:1")
    whole(family, rule_page.html((family, rule), [EVENT] * 31, 33, EN, link))


def test_a_rule_without_a_score_says_so(monkeypatch):
    monkeypatch.setattr(rule_page, "data_rows", lambda _: [])
    assert "so that is not known" in page("strain")


@pytest.mark.parametrize(("example", "shown"), [
    ("a", ("a", "")), ({"text": "a", "why": "w"}, ("a", "")), (["a", "2018", "DAY", "x"], ("a", "2018 = DAY")),
])  # fmt: skip
def test_an_example_may_say_what_is_read_in_it(example, shown):
    assert rule_page._example(example) == shown


def test_a_model_is_named_instead_of_a_rule(whole):
    whole("model", rule_page.missing_notice("model:<small>", EN, link))
    whole("endpoint", rule_page.missing_notice("endpoint:m", EN, link))
    whole("no rule", rule_page.missing_notice(None, EN, link))


@pytest.mark.parametrize(("count", "more"), [(14, ""), (15, "and 1 more")])
def test_a_list_of_words_is_cut(count, more):
    shown = rule_page._listed("label", [f"w{n}" for n in range(count)] * 2, EN)
    assert re.findall('<span class="meta">(.*)</span>', shown) == [more]
    assert shown.count("w") == 14
