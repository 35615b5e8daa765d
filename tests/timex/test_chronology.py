"""In a chronology the year of a heading holds for the entries below it."""

import pytest

from alaqat import timex
from alaqat.arabic.document import prepare
from tests import builders

LINES = """محطات في الأزمة:
4 فبراير 2011: الحكومة تعلن حالة الطوارئ.
7 مايو: الوفدان يلتقيان في العاصمة، وكان لقاء سابق قد جرى في مارس.
12 - 14 نوفمبر: جولة ثانية من المحادثات.
20 يناير 2013 - توقيع الاتفاق.
3 يونيو - بدء التنفيذ. وفي 9 يوليو وصل أول المراقبين."""


def values(text, published="2018-04-10"):
    return [reading.value for reading in timex.tag(prepare(builders.article(text, published)))]


@pytest.mark.parametrize("published", ["2018-04-10", None])
def test_entries_take_the_year_of_the_heading_above(published):
    assert values(LINES, published) == [
        "2011-02-04", "2011-05-07", "2011-03", "2011-11-12/2011-11-14", "2013-01-20", "2013-06-03", "2013-07-09",
    ]  # fmt: skip


def test_a_story_is_no_chronology():
    text = "وقعت الدولتان الاتفاق في 4 فبراير 2011.\nوزار الوزير العاصمة في 7 مارس، والتقى نظيره."
    assert values(text) == ["2011-02-04", "2018-03-07"]


def test_a_heading_after_publication_gives_no_year():
    assert values("5 مايو 2019: موعد القمة.\n7 مارس: اجتماع تحضيري.") == [
        "2019-05-05",
        "2018-03-07",
    ]
