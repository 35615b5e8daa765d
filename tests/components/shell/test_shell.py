import pytest

from components.shell import shell
from components.view.view_state import ViewState


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
