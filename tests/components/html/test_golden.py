"""Forty strings as the reader's browser, chart and picture get them: every isolate in its place.

In the table `[R …]`, `[L …]` and `[F …]` are right-to-left, left-to-right and first-strong isolates, `{RLM}` the invisible mark.
"""

from datetime import date

import pandas as pd
import pytest

from components.charts import axes, count_columns, coverage, timeline_marks
from components.charts.chart_frame import Scene
from components.i18n import event_labels
from components.i18n.bidi import FSI, LRI, PDI, RLI, RLM
from components.i18n.countries import pair_name
from components.i18n.words import Words

AR, EN = Words("ar"), Words("en")
LEVANT, HIJRI = Words("ar", "levant"), Words("ar", hijri=True)
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
MAY = (date(2022, 5, 1), date(2022, 5, 20))
JUNE = (date(2018, 6, 1), date(2018, 6, 30))
DAY, NINETIES = date(2022, 10, 27), (date(1990, 1, 1), date(1999, 12, 31))
EVENT = ("{count} event", "{count} events")
VISIT = {
    "date_from": pd.Timestamp("2022-10-27"),
    "date_to": pd.Timestamp("2022-10-27"),
    "granularity": "day",
    "mod": None,
    "label_en": "Visit",
    "label_ar": "زيارة",
    "status": "done",
    "actors": ["Mavi Marmara (ship)"],
    "actors_ar": ["سفينة مافي مرمرة (Mavi Marmara)"],
    "recipients": ["Turkey"],
    "recipients_ar": ["تركيا"],
    "sentence": "ارتفعت 100% في (2022).",
}
PLANNED = {**VISIT, "date_from": pd.Timestamp("2016-01-01"), "date_to": pd.Timestamp("2018-12-31"),
           "granularity": "range", "status": "planned"}  # fmt: skip


def tip(row, words):
    """The lines of the tooltip of a mark."""
    return "|".join(timeline_marks.tip(timeline_marks.mark(row, Scene(YEAR, words, str)), words))


def column(period, side, count, words):
    return count_columns.column_label(count_columns.Column(period, side, count, count, 0, 1), words)


def written(text):
    """A string with its invisible marks made visible."""
    for mark, shown in ((RLI, "[R "), (LRI, "[L "), (FSI, "[F "), (PDI, "]"), (RLM, "{RLM}")):
        text = text.replace(mark, shown)
    return text


GOLDEN = (
    (AR.date(DAY), "27 أكتوبر 2022"),
    (EN.date(DAY), "27 October 2022"),
    (AR.date(date(2021, 1, 10), date(2021, 1, 16), "week"), "أسبوع [F 10 يناير 2021]"),
    (EN.date(date(2021, 1, 10), date(2021, 1, 16), "week"), "the week of [F 10 January 2021]"),
    (AR.span(date(2016, 1, 1), date(2018, 12, 31)), "{RLM}2016–2018"),
    (EN.span(date(2016, 1, 1), date(2018, 12, 31)), "2016–2018"),
    (AR.span(date(2018, 1, 1), date(2018, 10, 31)), "{RLM}يناير 2018 – أكتوبر 2018"),
    (AR.span(date(2018, 1, 3), date(2018, 10, 4)), "{RLM}3 يناير 2018 – 4 أكتوبر 2018"),
    (EN.span(date(2018, 1, 3), date(2018, 10, 4)), "3 January 2018 – 4 October 2018"),
    (AR.date(date(2014, 1, 1), date(2014, 12, 31), "year", mod="START"), "مطلع [F 2014]"),
    (EN.date(date(2014, 1, 1), date(2014, 12, 31), "year", mod="APPROX"), "about [F 2014]"),
    (AR.date(*NINETIES, "decade"), "عقد [F 1990]"),
    (HIJRI.date(DAY), "[F 27 أكتوبر 2022] ([F 2 ربيع الثاني 1444] هـ)"),
    (Words("en", hijri=True).date(DAY), "[F 27 October 2022] ([F 2 Rabi' al-Thani 1444] AH)"),
    (AR.join(["تركيا", "Hamas", "إسرائيل"]), "[F تركيا]، [F Hamas]، [F إسرائيل]"),
    (EN.join(["Turkey", "حماس"]), "[F Turkey], [F حماس]"),
    (AR.n(*EVENT, 1), "حدث واحد"),
    (AR.n(*EVENT, 2), "حدثان"),
    (AR.n(*EVENT, 3), "3 أحداث"),
    (AR.n(*EVENT, 11), "11 حدثاً"),
    (AR.n(*EVENT, 100), "100 حدث"),
    (AR.n("{count} quote", "{count} quotes", 1234), "1,234 اقتباساً"),
    (event_labels.parties_label(VISIT, AR), "[F سفينة مافي مرمرة (Mavi Marmara)] ← [F تركيا]"),
    (event_labels.parties_label(VISIT, EN), "[F Mavi Marmara (ship)] → [F Turkey]"),
    (
        tip(VISIT, AR),
        "27 أكتوبر 2022|[F سفينة مافي مرمرة (Mavi Marmara)] ← [F تركيا]|زيارة",
    ),
    (tip(VISIT, EN), "27 October 2022|[F Mavi Marmara (ship)] → [F Turkey]|Visit"),
    (
        tip(PLANNED, AR),
        "{RLM}2016–2018|[F سفينة مافي مرمرة (Mavi Marmara)] ← [F تركيا]|زيارة · مقرر ولم يقع بعد",
    ),
    ("|".join(axes.ticks(YEAR, AR, 1196)[0].lines), "يناير|2022"),
    ("|".join(axes.ticks(YEAR, EN, 1196)[0].lines), "January|2022"),
    ("|".join(axes.ticks(MAY, AR, 1196)[1].lines), "2|مايو 2022"),
    ("|".join(axes.ticks(YEAR, LEVANT, 1196)[0].lines), "كانون الثاني|2022"),
    (pair_name("ISR-TUR", AR), "[R إسرائيل] ⇄ [R تركيا]"),
    (pair_name("ISR-TUR", EN), "[L Israel] ⇄ [L Turkey]"),
    (coverage.stretch_label(JUNE, 132, AR), "[F يونيو 2018]: لدينا [F 132 مقالاً]"),
    (coverage.stretch_label(JUNE, 132, EN), "[F June 2018]: [F 132 articles] held"),
    (column("2018-06", "conflict", 12, AR), "يونيو 2018: 12 حدث صراع"),
    (column("2018", "cooperation", 1, EN), "2018: 1 event of cooperation"),
    (AR.t("“{query}”", query="NATO 2018"), "«[F NATO 2018]»"),
    (AR.t("published {date}", date=AR.date(DAY)), "نُشر [F 27 أكتوبر 2022]"),
    (AR.t("not named: “{speaker}”", speaker="مسؤول (CNN)"), "غير مسمى: «[F مسؤول (CNN)]»"),
    (EN.t("direct quote, cue “{cue}”", cue="وأردف"), "direct quote, cue “[F وأردف]”"),
)


@pytest.mark.parametrize(("text", "golden"), GOLDEN)
def test_each_run_of_text_is_isolated_in_its_own_direction(text, golden):
    assert written(text) == golden


def test_there_are_forty_of_them():
    assert len(GOLDEN) >= 40


def test_every_isolate_is_closed():
    assert all(
        text.count(PDI) == sum(text.count(mark) for mark in (RLI, LRI, FSI)) for text, _ in GOLDEN
    )
