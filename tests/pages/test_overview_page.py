import pytest

from tests import builders
from tests.pages.conftest import html_of


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("lang", "counted", "quoted"),
    [("ar", "10 أحداث", "اقتباس واحد"), ("en", "10 events", "1 quote")],
)
def test_the_sentence_counts_what_the_store_holds(show, lang, counted, quoted):
    test = show("overview", lang=lang)
    assert not test.exception
    assert counted in html_of(test)
    assert quoted in html_of(test)


@pytest.mark.usefixtures("sample")
def test_each_list_opens_its_page_with_the_choice_kept(show):
    body = html_of(show("overview", lang="en", kind=["consult"]))
    assert 'href="./timeline?lang=en&amp;kind=consult&amp;event=' in body
    assert 'href="./quotes?lang=en&amp;kind=consult"' in body


@pytest.mark.usefixtures("sample")
def test_the_foot_names_articles_years_outlets_and_build(show, sample):
    body = html_of(show("overview", lang="en"))
    assert all(part in body for part in ("2 articles", "2020–2021", "1 outlet", sample.id))


def test_a_missing_store_names_the_one_command(show, tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("overview", lang="en")
    assert not test.exception
    assert "python -m alaqat build" in html_of(test)


def test_a_broken_store_is_told_without_a_trace(show, tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    (tmp_path / "CURRENT").write_text("0123456789ab", encoding="utf-8")
    test = show("overview", lang="en")
    assert not test.exception
    assert "not whole" in html_of(test)


def test_the_last_whole_build_is_shown_with_a_banner(show, tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    before = builders.publish(builders.visits()[:1], tmp_path)
    current = builders.publish(builders.visits(), tmp_path)
    (current.path / "search.sqlite").unlink()
    test = show("overview", lang="en")
    assert not test.exception
    body = html_of(test)
    assert "The latest build is damaged" in body
    assert "python -m alaqat restore" in body
    assert before.id in body


@pytest.mark.usefixtures("sample")
def test_a_pair_of_the_link_narrows_the_page_and_is_named(show):
    test = show("overview", lang="en", pair="EGY-QAT")
    assert not test.exception
    assert '<option value="EGY-QAT" selected>' in html_of(test)
    assert "Egypt ⇄" in html_of(test).replace("\u2066", "").replace("\u2069", "")
    assert "10 events" not in html_of(test)


@pytest.mark.usefixtures("sample")
def test_the_chosen_pair_leads_every_link_of_the_header(show):
    body = html_of(show("overview", lang="en", pair="EGY-QAT"))
    assert '<a href="./timeline?lang=en&amp;pair=EGY-QAT">Timeline</a>' in body
    assert 'aria-current="page">Overview' in body


@pytest.mark.usefixtures("sample")
def test_the_period_of_a_link_lists_its_events(show):
    body = html_of(show("overview", lang="en", period="2017"))
    assert "2017: " in body
    assert 'class="behind"' in body
    assert 'href="./timeline?lang=en&amp;from=2017&amp;to=2017"' in body


@pytest.mark.usefixtures("sample")
def test_few_years_are_shown_by_month(show):
    body = html_of(show("overview", lang="en", **{"from": "2021", "to": "2021"}))
    assert "period=2021-01" in body


@pytest.mark.usefixtures("sample")
def test_the_bars_height_is_in_the_url(show):
    body = html_of(show("overview", lang="en", measure="intensity"))
    assert 'href="./?lang=en&amp;measure=intensity" aria-current=true' in body
    assert 'href="./?lang=en">number of events' in body


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    "chosen", [{"pair": "FJI-PER"}, {"q": "zzz"}, {"from": "1999", "to": "1999", "period": "2017"}]
)
def test_a_choice_without_events_keeps_the_axis_and_says_so(show, chosen):
    test = show("overview", lang="en", **chosen)
    assert not test.exception
    assert "show everything" in html_of(test)
    assert 'class="chart barometer"' in html_of(test)
