from datetime import date

import pandas as pd
import pytest

from components.html import method_example, method_scores, method_terms, method_text
from components.i18n.words import Words
from tests import builders


@pytest.fixture(scope="module")
def frames():

    found = builders.visit()
    return builders.frames([found], builders.events(found))


def link(page, **changes):
    return f"./{page}?event={changes['event']}"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_one_sentence_is_walked_through(frames, lang):
    told = method_example.html(
        frames["events"], frames["timexes"], frames["quotes"], Words(lang), link
    )
    assert "<mark>الأربعاء</mark>" in told
    assert "<mark>زار</mark>" in told
    assert "test.visit" in told
    assert 'href="./timeline?event=' in told


def test_without_a_fitting_event_there_is_no_walk(frames):
    assert (
        method_example.html(
            frames["events"].iloc[:0], frames["timexes"], frames["quotes"], Words("en"), link
        )
        == ""
    )


def test_every_value_is_listed_with_its_count(frames):
    told = method_terms.html(frames["events"], frames["timexes"], Words("en"))
    assert (
        '>sentence</code></td><td>its own sentence names the date</td><td class="num">1</td>'
        in told
    )
    assert (
        '>planned</code></td><td>announced, not yet done: a hollow mark</td><td class="num">0</td>'
        in told
    )


def test_rules_are_counted_the_most_frequent_first():
    fired = pd.DataFrame({"rule": ["a", "b", "b", *(f"r{n}" for n in range(20))]})
    told = method_terms.rules({"events": fired}, Words("en"), lambda page, **_: page)
    assert told.index(">b<") < told.index(">a<")
    assert "and 7 rules less often" in told


def test_each_score_says_its_day_and_what_it_was_measured_on():
    for row in method_text.rows("scores"):
        assert date.fromisoformat(row["measured"])
        assert all(row[name] for name in ("measure", "measure_ar", "value", "on", "on_ar"))
    assert "22 November 2026" in method_scores.html(Words("en"))


def test_each_known_failure_is_told_in_both_languages_with_an_example():
    assert len(method_text.rows("known_failures")) >= 10
    assert all(all(row.values()) for row in method_text.rows("known_failures"))
    assert method_text.failures(Words("ar")).count("<li>") == len(
        method_text.rows("known_failures")
    )


READ = {"group": "", "reader": "r", "articles": "9", "precision": "0.84", "recall": "0.55"}
READ_SCORES = [
    READ | {"measure": "event_date_f1"},
    READ | {"measure": "quote_speaker_f1", "precision": "0.91"},
]
SCORE = {
    "measure": "Events: <dated>", "measure_ar": "الوقائع: المؤرخة", "value": "0.66", "on": "unseen", "on_ar": "جديد",
    "reference": "Other: 0.5", "reference_ar": "غيره", "measured": "2026-11-22",
}  # fmt: skip
SCORES = [
    SCORE,
    SCORE | {"on": "10, developed on"},
    SCORE | {"measure": "Quotes", "on": "developed on"},
]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_method_as_a_whole(frames, lang, whole):
    words = Words(lang)
    example = method_example.html(
        frames["events"], frames["timexes"], frames["quotes"], words, link
    )
    fired = dict.fromkeys(method_terms.STAGES, frames["events"])
    whole(f"example {lang}", example)
    whole(f"terms {lang}", method_terms.html(frames["events"], frames["timexes"], words))
    whole(f"rules {lang}", method_terms.rules(fired, words, lambda page, **_: page))
    whole(f"lead {lang}", method_text.lead(words))


def test_scores_are_said_in_a_sentence_and_in_a_table(monkeypatch, whole):
    tables = {"reader_scores": READ_SCORES, "scores": SCORES}
    monkeypatch.setattr(method_scores, "rows", tables.__getitem__)
    whole("lead of scores", method_scores.lead(Words("en")))
    whole("scores", method_scores.html(Words("en")))


def test_without_a_measured_reader_nothing_is_promised(monkeypatch):
    monkeypatch.setattr(method_scores, "rows", lambda _: [READ_SCORES[0] | {"group": "g"}])
    assert method_scores.lead(Words("en")) == ""


def test_sections_and_failures_have_a_heading_each(whole):
    whole("section", method_text.section(("Title", ("<One>", "Two")), Words("en")))
    whole("start of failures", method_text.failures(Words("en")).partition("<li>")[0])
