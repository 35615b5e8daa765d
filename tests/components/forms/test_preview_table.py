"""What a reader sees of an article before it is added."""

from __future__ import annotations

import re
from datetime import date

from components.forms import preview_table
from components.forms.uploads import Given
from components.i18n.words import Words

EN = Words("en")
EVENT = {
    "date_from": "2020-03-04",
    "date_to": "2020-03-04",
    "granularity": "day",
    "mod": None,
    "kind": "consult",
    "polarity": "cooperation",
    "label_en": "Visit",
    "label_ar": "زيارة",
    "status": "done",
    "actors": ["France"],
    "actors_ar": ["فرنسا"],
    "recipients": ["Chad"],
    "recipients_ar": ["تشاد"],
    "sentence": "زار وزير فرنسا تشاد.",
}
QUOTE = {"speaker": "Sami Haddad", "speaker_ar": "سامي حداد", "text": "سنعمل <معا>"}
ROW = {
    "title": "عنوان",
    "name": "a.txt",
    "source": "صحيفة",
    "url": "https://news.example/1",
    "published": "2020-03-05",
    "published_basis": "dateline",
    "counts": {"events": 1, "quotes": 2, "entities": 3, "timexes": 4},
    "events": [EVENT],
    "quotes": [QUOTE],
}


def parts(html, pattern):
    """The parts of HTML that fit a pattern, without invisible marks."""
    return re.findall(pattern, re.sub("[\u2066-\u2069]", "", html))


def test_an_article_has_its_title_outlet_day_and_link():
    shown = preview_table.article(ROW, EN, held=True)
    assert parts(shown, "<h3><bdi lang=.ar.>(.*?)</bdi>") == ["عنوان"]
    assert parts(shown, "<bdi>(.*?)</bdi>") == [
        "صحيفة",
        "published 5 March 2020 (read in its dateline)",
        "held already: it will be kept once",
    ]
    assert parts(shown, "<bdi dir=.ltr.>(.*?)</bdi>") == ["https://news.example/1"]


def test_what_an_article_lacks_is_named():
    bare = dict.fromkeys(("title", "source", "url", "published"))
    shown = preview_table.article({**ROW, **bare}, EN)
    assert parts(shown, "<h3><bdi lang=.ar.>(.*?)</bdi>") == ["a.txt"]
    assert parts(shown, "<bdi>(.*?)</bdi>") == ["outlet not stated", "published on an unknown day"]
    assert "ltr" not in shown


def test_annotations_are_counted_and_the_first_ones_listed():
    shown = preview_table.article(ROW, EN)
    assert parts(shown, "<p>(.*?)</p>") == ["1 event, 2 quotes, 3 names, 4 dates"]
    event, quote = parts(shown, "<li>(.*?)</li>")
    assert event == (
        '<span class="cooperation">4 March 2020 · ● Visit · France → Chad</span>'
        '<span class="sentence" lang="ar" dir="rtl">زار وزير فرنسا تشاد.</span>'
    )
    assert quote == '<bdi lang="ar">«سنعمل &lt;معا&gt;»</bdi> <span class="meta">Sami Haddad</span>'
    assert shown.endswith("</li></ul></article>")


def test_a_quote_without_a_name_and_an_event_without_a_day_are_shown_so():
    nameless = {**QUOTE, "speaker": None, "speaker_ar": None}
    undated = {**EVENT, "date_from": None, "date_to": None}
    shown = preview_table.article({**ROW, "events": [undated], "quotes": [nameless]}, EN)
    event, quote = parts(shown, "<li>(.*?)</li>")
    assert "undated · ● Visit" in event
    assert "speaker not named" in quote


def test_the_heading_counts_and_names_what_is_used_where_an_article_says_nothing():
    given = Given(outlet="Wafa", day=date(2020, 3, 5))
    assert parts(preview_table.heading(given, [ROW], 2, EN), ">([^<]+)<") == [
        "1 article, 2 refused",
        "This is a preview: nothing is added yet. Where no outlet is named: Wafa. "
        "Where no day is named: 5 March 2020.",
    ]


def test_a_preview_as_a_whole(whole):
    whole("article", preview_table.article(ROW, EN, held=True))
    bare = (
        ROW | dict.fromkeys(("title", "source", "url", "published")) | {"events": [], "quotes": []}
    )
    whole("bare", preview_table.article(bare, EN))
    whole("heading", preview_table.heading(Given(outlet="<W>"), [ROW, ROW], 0, EN))
