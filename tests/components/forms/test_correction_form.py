"""The fields of a correction offer what can be chosen, and give what was."""

from __future__ import annotations

import re

import pytest

from components.forms import correction_form
from components.forms.correction_targets import Target
from components.i18n.words import Words

EN = Words("en")
REPORTS = tuple(
    {"article_id": name, "trigger_start": 3, "sentence": f"{name} says so."} for name in ("a", "b")
)


@pytest.fixture
def offered(monkeypatch):
    """The options of the fields that were shown; the last option is chosen."""
    shown = []

    def choose(label, options, key, chosen=None):
        shown.append([re.sub("[\u2066-\u2069]", "", text) for text in options.values()])
        return list(options)[-1]

    monkeypatch.setattr(correction_form, "_select", choose)
    return shown


def test_the_reports_of_an_event_are_offered_by_their_sentences(offered):
    target = Target("e:1", "event", {}, REPORTS)
    assert correction_form._split(target, EN, "1") == ("b:3", "")
    assert offered == [["a says so.", "b says so."]]
