"""The day of publication, and what it was read from."""

from datetime import UTC, date, datetime

import pytest

from alaqat import ingest
from tests.ingest.files import DATED, web

ARABIC = "وصل وزير الخارجية إلى العاصمة لإجراء محادثات مع نظيره."
DAY = date(2022, 10, 27)


def dated(text=ARABIC, metadata=(), **fields):
    found = ingest.build_article(
        text, name="a", where="a.txt", metadata=[*metadata, ("metadata", fields)]
    )
    return found.published, found.published_basis


@pytest.mark.parametrize(
    "value",
    [
        "2022-10-27", "2022/10/27", "2022.10.27", "27/10/2022", "27-10-2022", "٢٠٢٢-١٠-٢٧", "27 أكتوبر 2022", "٢٧ تشرين الأول/أكتوبر ٢٠٢٢",
        "الخميس 27 تشرين الأول 2022 10:30", "2022-10-27T23:30:00+03:00", "2022-10-27 23:30", "Thu, 27 Oct 2022 10:00:00 GMT", "October 27, 2022",
        DAY, datetime(2022, 10, 27, 23, 30, tzinfo=UTC),
    ],
)  # fmt: skip
def test_a_day_is_read_as_newsrooms_write_it(value):
    assert ingest.parse_date(value, "it") == DAY


def test_the_same_figure_twice_is_one_day_in_either_order():
    assert ingest.parse_date("05/05/2022", "it") == date(2022, 5, 5)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("القدس (وكالة) 27 أكتوبر 2022 - " + ARABIC, "dateline"),
        ("أنقرة 27 أكتوبر 2022 (وكالة) - " + ARABIC, "dateline"),
        ("أنقرة / وكالة / 27 تشرين الأول/أكتوبر 2022 – " + ARABIC, "dateline"),
        ("الخميس 27 أكتوبر 2022 - 10:30\n" + ARABIC, "header"),
        ("وزير يزور\nنُشر في: 27/10/2022 10:30 ص\n" + ARABIC, "header"),
        ("Thursday, Oct 27, 2022 10:30 AM\n" + ARABIC, "header"),
    ],
)
def test_a_dateline_or_a_header_dates_an_article(text, basis):
    assert dated(text) == (DAY, basis)


@pytest.mark.parametrize(
    "text",
    [
        "وقع الانقلاب في 15 تموز 2016 - " + ARABIC,
        "قمة 15 تموز 2016\n" + ARABIC,
        "آخر تحديث: 27 أكتوبر 2022\n" + ARABIC,
        "05/03/2018\n" + ARABIC,
        "27 أكتوبر 2022",
        "القدس (وكالة) 27 أكتوبر 9999 - " + ARABIC,
        ARABIC,
    ],
)
def test_what_may_be_another_day_dates_nothing(text):
    assert dated(text) == (None, None)


def test_the_order_is_sidecar_metadata_link_dateline():
    text = "القدس (وكالة) 1 أكتوبر 2022 - " + ARABIC
    link = {"url": "https://example.org/2022/10/02/a"}
    assert dated(text, **link)[1] == "url"
    assert dated(text, **link, published="2022-10-03")[1] == "metadata"
    assert dated(
        text, [("sidecar", {"published": "2022-10-04"})], **link, published="2022-10-03"
    ) == (
        date(2022, 10, 4),
        "sidecar",
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/2013/13/26",
        "https://example.org/20131226",
        "https://example.org/9999/01/01",
    ],
)
def test_a_link_without_a_day_dates_nothing(link):
    assert dated(url=link) == (None, None)


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        (DATED, "metadata"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-10-27"}]}</script>',
            "metadata",
        ),
        (
            '<script type="application/ld+json">{broken</script><meta name="date" content="2022-10-27">',
            "metadata",
        ),
        (
            '<meta property="article:published_time" content="soon"><meta name="pubdate" content="2022-10-27">',
            "metadata",
        ),
        ('<meta property="article:modified_time" content="2022-10-27">', None),
        ('<link rel="canonical" href="https://example.org/2022/10/27/a">', "url"),
    ],
)
def test_a_page_is_dated_by_what_it_says_of_publication(head, basis):
    found = ingest.read_page(web(ARABIC * 4, head))
    assert (found.published, found.published_basis) == (DAY if basis else None, basis)


def test_the_time_element_of_an_article_is_its_header():
    found = ingest.read_page(
        web(ARABIC * 4).replace(b"</h1>", b'</h1><time datetime="2022-10-27">x</time>')
    )
    assert (found.published, found.published_basis) == (DAY, "header")
