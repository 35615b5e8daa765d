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
