"""The timeline as a document for an iframe."""

import pytest

from components.document import embedded_timeline


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(embedded_timeline.page_styles, "styles", lambda: "STYLES")
    monkeypatch.setattr(embedded_timeline.timeline_lanes, "chart", lambda *_: "CHART")


def test_a_document_as_a_whole(sample_view, whole):
    view = sample_view.with_values({"pair": "EGY-QAT", "event": "e", "measure": "intensity"})
    whole("document", embedded_timeline.document(view))


@pytest.mark.parametrize(
    ("theme", "attribute"),
    [("dark", ' data-theme="dark">'), ("x", ' dir="rtl">'), ("", ' dir="rtl">')],
)
def test_only_a_known_theme_is_set(theme, attribute, sample_view):
    document = embedded_timeline.document(sample_view.with_values({"lang": "ar"}), theme)
    assert document.partition("<head>")[0].endswith(attribute)
