"""Records in the shapes that services, databases and crawlers write."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.source_file import in_memory
from alaqat.model.errors import ArticleRefused

TEXT = "زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة."
OTHER = "افتتح المحافظ المدرسة بعد أعمال ترميم دامت عاماً كاملاً."
DAY = "2021-03-09"


def read(data, name="a.json"):
    content = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return list(read_source(in_memory(name, content.encode())))


def shown(found):
    return [(one.text, str(one.published)) for one in found]


SHAPES = {
    "a list of paragraphs": [{"content": [TEXT, OTHER], "date": DAY}],
    "NewsAPI": {
        "status": "ok",
        "articles": [
            {"source": {"id": None, "name": "الجريدة"}, "content": TEXT, "publishedAt": f"{DAY}T08:00:00Z"}
        ],
    },
    "WordPress": [
        {
            "id": 7,
            "date": f"{DAY}T08:00:00",
            "link": "https://example.org/7",
            "title": {"rendered": "زيارة &#8211; مصنع"},
            "content": {"rendered": f"<p>{TEXT}</p>\n", "protected": False},
        }
    ],
    "Elasticsearch": {"hits": {"total": 1, "hits": [{"_id": "x", "_source": {"body": TEXT, "date": DAY}}]}},
    "Scrapy": [{"title": ["مصنع"], "text": [TEXT], "date": [DAY]}],
    "pandas by column": {"text": {"0": TEXT}, "date": {"0": DAY}},
    "pandas by row": {"0": {"text": TEXT, "date": DAY}},
    "pandas with a header": {"columns": ["text", "date"], "index": [0], "data": [[TEXT, DAY]]},
    "GraphQL": {"data": {"posts": {"edges": [{"node": {"content": TEXT, "date": DAY}}]}}},
    "milliseconds": [{"text": TEXT, "date": {"$date": {"$numberLong": "1615248000000"}}}],
    "several objects": json.dumps({"text": TEXT, "date": DAY}, indent=1) + "\n{}",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_of_a_known_shape_is_read(shape):
    first = read(SHAPES[shape])[0]
    assert first.text.startswith(TEXT)
    assert str(first.published) == DAY


def test_paragraphs_are_lines():
    assert read(SHAPES["a list of paragraphs"])[0].text == f"{TEXT}\n{OTHER}"


def test_an_outlet_and_a_title_are_read_out_of_their_objects():
    assert read(SHAPES["NewsAPI"])[0].source == "الجريدة"
    assert read(SHAPES["WordPress"])[0].title == "زيارة – مصنع"


def test_a_text_that_a_service_cut_says_so():
    remarks = []
    file = in_memory("a.json", json.dumps([{"text": f"{TEXT}… [+120 chars]"}]).encode())
    (article,) = read_source(replace(file, say=remarks.append))
    assert article.text == f"{TEXT}…"
    assert "a.json: 1 texts are cut short" in remarks[-1]


def test_messages_of_telegram_are_joined_and_named_after_their_chat():
    messages = [
        {"id": 1, "type": "service", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": f"{DAY}T10:00:00", "text": [{"type": "bold", "text": "خبر: "}, TEXT]},
        {"id": 3, "type": "message", "date": f"{DAY}T11:00:00", "photo": "x.jpg", "text": ""},
    ]  # fmt: skip
    (article,) = read({"chats": {"list": [{"name": "قناة الأخبار", "messages": messages}]}})
    assert (article.text, article.source, article.name) == (f"خبر: {TEXT}", "قناة الأخبار", "2")


def test_lines_of_a_database_are_read_whatever_their_file_is_called():
    lines = "\n".join(
        json.dumps({"_id": {"$oid": str(n)}, "text": text, "date": {"$date": DAY}})
        for n, text in enumerate((TEXT, OTHER))
    )
    for name in ("a.json", "a.jsonl"):
        assert shown(read(lines, name)) == [(TEXT, DAY), (OTHER, DAY)]


def test_a_list_named_jsonl_is_read_as_a_list():
    assert shown(read(json.dumps([{"text": TEXT, "date": DAY}], indent=2), "a.jsonl")) == [
        (TEXT, DAY)
    ]


def test_the_actions_of_a_bulk_file_are_no_articles():
    bulk = f'{{"index": {{"_id": "1"}}}}\n{json.dumps({"text": TEXT, "date": DAY})}\n'
    assert shown(read(bulk, "a.jsonl")) == [(TEXT, DAY)]


def test_rows_of_links_alone_are_told_what_to_do():
    (refusal,) = read([{"url": "https://example.org/a", "title": "x"}])
    assert isinstance(refusal, ArticleRefused)
    assert "or give the links as a .txt, one a line" in str(refusal)
