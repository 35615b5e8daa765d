"""The forms of the sources page."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.forms import job_process, source_forms
from components.forms.uploads import Given
from components.i18n.words import Words
from tests.components.forms.test_preview_table import ROW
from tests.components.outline import drawn, outline

EN = Words("en")
UNDATED = ROW | {"id": "b", "published": None}


def staged(**fields):
    """A preview of two articles, one of which has no day."""
    job = SimpleNamespace(is_running=False, failure="<why>")
    held = {
        "given": Given(outlet="W"), "job": job, "adding": None, "is_added": False, "refused": ["no <text>"],
        "refused_count": 2, "articles": [ROW | {"id": "a"}, UNDATED], "undated": {"W": 1}, "remarks": ["<r>"],
        "kept": [], "ready": "ready", "clear": lambda: None,
    }  # fmt: skip
    made = SimpleNamespace(**held | fields)
    made.keep = lambda *given: made.kept.append(given)
    return made


def page(held):
    """The forms with a preview in the session."""

    def draw():
        source_forms.st.session_state.setdefault(source_forms.KEY, held)
        source_forms.draw(EN)

    return draw


def test_the_form_of_an_upload_as_a_whole(whole):
    whole("form", outline(lambda: source_forms.draw(EN)))


@pytest.mark.parametrize(("name", "fields"), [
    ("preview", {}), ("reading", {"job": SimpleNamespace(is_running=True)}),
    ("adding", {"adding": SimpleNamespace(is_running=True)}),
])  # fmt: skip
def test_a_preview_as_a_whole(name, fields, sample_view, whole):
    whole(name, outline(page(staged(**fields))))


def test_what_was_added_leaves_the_form_and_what_was_refused():
    cleared = []
    shown = outline(page(staged(is_added=True, clear=lambda: cleared.append(1))))
    assert cleared == [1]
    assert "Refused in the last run" in shown
    assert "2 articles" in shown
    assert "Articles as files" in shown


def test_chosen_articles_are_added_with_the_days_that_were_given(sample_view, monkeypatch):
    made, begun = staged(), []
    runner = SimpleNamespace(start_build=lambda *given, **_: begun.append(given))
    monkeypatch.setattr(job_process, "RUNNER", runner)
    monkeypatch.setattr(source_forms.rights, "required_editor", lambda: "E")
    test = drawn(page(made))
    test.checkbox(key="take_a").uncheck().run()
    test.date_input(key="day_b").set_value(date(2020, 1, 2)).run()
    assert test.button(key="door_add").label == "Add 1 article"
    test.button(key="door_add").click().run()
    assert made.kept == [({"b"}, {"b": date(2020, 1, 2)})]
    assert begun == [("add", "ready")]


def test_a_preview_can_be_thrown_away(sample_view):
    cleared = []
    test = drawn(page(staged(clear=lambda: cleared.append(1))))
    test.button(key="door_discard").click().run()
    assert cleared == [1]


@pytest.mark.parametrize("problem", [
    job_process.Busy(), source_forms.rights.NotAllowed(), OSError(28, "No space left"),
])  # fmt: skip
def test_what_cannot_be_added_says_why(problem, sample_view, monkeypatch, whole):
    def refuse():
        raise problem

    monkeypatch.setattr(source_forms.rights, "required_editor", refuse)
    name = type(problem).__name__
    whole(f"add {name}", outline(lambda: source_forms._add(staged(), {"a"}, {}, EN)))
    whole(f"start {name}", outline(lambda: source_forms._start(Given(text="a"), EN)))


def test_an_empty_upload_is_refused(whole):
    whole("empty", outline(lambda: source_forms._start(Given(), EN)))


def test_what_was_written_in_the_form_is_given_on(monkeypatch):
    begun = []
    monkeypatch.setattr(source_forms, "_start", lambda given, _: begun.append(given))
    test = drawn(lambda: source_forms.draw(EN))
    for box, value in {"title": " T ", "outlet": " W ", "columns": " text=a "}.items():
        test.text_input(key=f"door_{box}_0").set_value(value)
    test.text_area(key="door_text_0").set_value("words")
    test.text_area(key="door_links_0").set_value("https://a.example\nx")
    test.text_area(key="door_feeds_0").set_value("https://b.example")
    test.date_input(key="door_day_0").set_value(date(2020, 1, 2))
    test.button(key="door_preview").click().run()
    links = ("https://a.example", "feed:https://b.example")
    assert begun == [Given((), "words", "T", links, "W", "text=a", date(2020, 1, 2))]
