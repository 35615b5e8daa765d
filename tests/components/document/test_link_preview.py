"""What a link unfurls to."""

import pytest

from components.data import event_queries, queries
from components.document import link_preview
from components.document.link_preview import Preview
from components.view.view_state import ViewState


def test_the_preview_of_a_page_as_a_whole(sample_view, whole):
    for page in ("overview", "timeline", "story"):
        whole(page, repr(link_preview.preview(sample_view, page)))


def test_the_preview_of_a_record_has_its_own_words(sample_view, whole):
    event = event_queries.events(sample_view)["event_id"].iloc[0]
    quote = queries.read("quotes")["quote_id"].iloc[0]
    for name, page, key in (
        ("event", "timeline", event),
        ("quote", "quotes", quote),
        ("entity", "person", "p1"),
    ):
        view = sample_view.with_values({name: key})
        whole(name, repr(link_preview.preview(view, page)))


def test_without_a_store_it_says_what_the_program_is(monkeypatch, tmp_path, whole):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    whole("no store", repr(link_preview.preview(ViewState(lang="en"), "timeline")))


def test_the_tags_as_a_whole(whole):
    preview = Preview("<S>", "T", "«text»", "/timeline?a&b", "/preview.png?a")
    whole("tags", link_preview.meta_tags(preview, "https://a.example", ViewState(lang="en").words))


@pytest.mark.parametrize("length", [300, 301])
def test_a_text_is_cut(length, monkeypatch, sample_view):
    monkeypatch.setattr(link_preview, "_subject", lambda _: ("S", "x" * length))
    assert link_preview.preview(sample_view, "overview").text == "x" * 300
