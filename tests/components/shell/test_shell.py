from types import SimpleNamespace

import pytest

from alaqat.model.errors import StoreBroken, StoreMissing
from components.i18n.words import Words
from components.shell import shell
from components.view.view_state import ViewState
from tests.components.outline import outline

EN = Words("en")


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_header_is_hidden_and_in_the_language_of_the_reader(monkeypatch, lang, direction):
    written = []
    monkeypatch.setattr(shell.st, "html", written.append)
    monkeypatch.setattr(shell.site_header, "header", lambda *_: "<header></header>")
    shell._header(ViewState(lang=lang), "timeline")
    shell._header(ViewState(lang=lang, present=True), "timeline")
    whole, title, of_slides = written
    beginning = f'<div class="site-source" lang="{lang}" dir="{direction}" hidden>'
    assert whole == f"{beginning}<header></header></div>"
    assert title.startswith('<h1 class="unseen">')
    assert of_slides == f"{beginning}</div>"


def test_the_foot_as_a_whole(sample_view, whole):
    for lang in ("en", "ar"):
        view = sample_view.with_values({"lang": lang, "months": "levant" if lang == "ar" else ""})
        whole(f"foot {lang}", outline(lambda view=view: shell._sources(view, "timeline")))
    plain = sample_view.with_values({"certainty": "probable", "hijri": True})
    whole("foot of everything", outline(lambda: shell._sources(plain, "")))


@pytest.mark.parametrize("problem", [
    StoreMissing("there is no store"), StoreBroken("it is broken; run: python -m alaqat restore 1"),
])  # fmt: skip
def test_a_store_that_cannot_be_read_has_a_remedy(problem, whole):
    name = type(problem).__name__
    whole(name, outline(lambda: shell._no_store(EN, problem)))
    whole(f"damage {name}", outline(lambda: shell._damage_note(EN, problem)))


@pytest.mark.parametrize(
    ("pair", "title"), [(None, "P · Alaqat"), ("EGY-QAT", "Egypt ⇄ Qatar · P · Alaqat")]
)
def test_the_title_of_the_tab_names_pair_and_page(pair, title):
    said = shell._title(ViewState(lang="en", pair=pair), "P")
    assert said.translate(dict.fromkeys(map(ord, "\u2066\u2068\u2069"))) == title


@pytest.mark.parametrize(("page", "headings"), [("overview", 0), ("timeline", 1)])
def test_the_first_page_has_a_heading_of_its_own(page, headings, sample_view):
    shown = outline(lambda: shell._header(sample_view, page))
    assert shown.count('<h1 class="unseen">Timeline</h1>') == headings


def test_every_page_is_known_by_its_path():
    pages = []
    outline(lambda: pages.append(shell._pages(EN)))
    assert list(pages[0]) == list(shell.page_titles.PAGES)
    assert [page.title for page in pages[0].values()][:2] == ["Overview", "Timeline"]


@pytest.mark.parametrize(("kind", "theme"), [("dark", "dark"), ("light", "light"), (None, "light")])
def test_the_theme_is_that_of_the_browser(kind, theme, monkeypatch):
    context = SimpleNamespace(theme=SimpleNamespace(type=kind))
    monkeypatch.setattr(shell.st, "context", context)
    assert shell.theme() == theme
