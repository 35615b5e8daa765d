"""What a page says of its day and its lead, and how much of a page is read."""

from __future__ import annotations

import pytest

from alaqat import ingest
from alaqat.model.errors import ArticleRefused
from tests.ingest.files import web

TEXT = "".join(
    f"زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة رقم {number}.\n"
    for number in range(4)
)
LEAD = "أعلنت الشركة، أمس الاثنين، افتتاح خط إنتاج ثالث في المدينة الصناعية."


def linked_data(script):
    return f'<script type="application/ld+json">{script}</script>'


DATA = '{"@type":"NewsArticle","datePublished":"2021-03-09"}'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="dcterms:created" content="2021-03-09">',
        '<meta property="article:published_time" content="1615248000">',
        '<meta name="DC.date.issued" content="20210309">',
        linked_data('{"headline":"سطر\nآخر","datePublished":"2021-03-09"}'),
        linked_data(f"//<![CDATA[\n{DATA}\n//]]>"),
        linked_data(f"<!-- {DATA} -->"),
        linked_data(f"{DATA};"),
        linked_data(f"[{DATA},]"),
    ],
)
def test_a_page_says_its_day_in_many_ways(head):
    found = ingest.read_page(web(TEXT, head))
    assert (str(found.published), found.published_basis) == ("2021-03-09", "metadata")


def test_an_element_of_the_body_may_say_the_day():
    span = b'</h1><span property="dc:date" content="2021-03-09T00:00:00+01:00">x</span>'
    found = ingest.read_page(web(TEXT).replace(b"</h1>", span))
    assert str(found.published) == "2021-03-09"


def test_a_line_above_the_text_may_say_the_day():
    found = ingest.read_page(web(f"تم نشره الثلاثاء 9 آذار / مارس 2021 09:22 مساءً\n{TEXT}"))
    assert (str(found.published), found.published_basis) == ("2021-03-09", "header")


@pytest.mark.parametrize(
    "lead",
    [
        f'<div itemprop="description" class="x"><p>{LEAD}</p></div>',
        f'<p class="article-lead">{LEAD}</p>',
        f'<h2 class="standfirst">{LEAD}</h2>',
    ],
)
def test_a_lead_above_the_text_is_its_first_line(lead):
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    page = f'<html><body><div><h1>عنوان</h1>{lead}<div itemprop="articleBody">{body}</div></div></body></html>'
    assert ingest.read_page(page.encode()).text == f"{LEAD}\n{TEXT.strip()}"


def test_a_lead_that_the_text_holds_is_not_read_twice():
    page = web(f"{LEAD}\n{TEXT}").replace(b"<p>", b'<p class="lead">', 1)
    assert ingest.read_page(page).text.count(LEAD) == 1


def test_a_page_of_more_tags_than_any_article_is_refused():
    with pytest.raises(ArticleRefused, match="has more than 150,000 tags"):
        ingest.read_page(web(TEXT).replace(b"</h1>", b"</h1>" + b"<b>" * 150_001))


def test_the_attributes_of_a_crowded_tag_are_not_read():
    crowd = "".join(f' data-a{number}="2019-01-01"' for number in range(9_000))
    found = ingest.read_page(web(TEXT).replace(b"<h1>", f"<h1{crowd}>".encode()))
    assert found.published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Persian", "وزیر راه گفت که ساخت پل تازه از سال آینده آغاز می‌شود و تا دو سال به پایان خواهد رسید. "),
        ("Urdu", "وزیر نے کہا ہے کہ شہر میں نیا پل اگلے سال تک مکمل ہو جائے گا اور سڑکیں بھی بنیں گی۔ "),
        ("Kurdish", "وەزیر گوتی کە پردە نوێیەکە لە ساڵی داهاتوو تەواو دەبێت و لەگەڵ ئەوە ڕێگاکانیش چاک دەکرێن. "),
    ],
)  # fmt: skip
def test_another_language_in_arabic_letters_is_named(language, text):
    with pytest.raises(ArticleRefused, match=f"is in {language}, not in Arabic"):
        ingest.read_page(web(text * 4))
