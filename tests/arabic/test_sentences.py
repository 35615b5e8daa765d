"""Sentences end where a reader stops."""

import pytest
from hypothesis import given

from alaqat.arabic.document import prepare
from tests import builders
from tests.arabic.texts import WILD


@given(WILD)
def test_sentences_are_in_order_and_inside_the_text(text):
    document = prepare(builders.article(text))
    edge = 0
    for sentence in document.sentences:
        assert edge <= sentence.start < sentence.end <= len(text)
        edge = sentence.end


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وصل الوزير. ثم غادر.", 2),
        ('قال "نعم. سنعود غدا" ثم مضى.', 1),
        ("وصف الأمر بأنه غير إنساني.كما رفض العرض.", 2),
        ("قال د. محمد إن 3.5 مليون رحلوا... ثم عادوا.", 1),
        ("عنوان\nنص أول؟ نص ثان!", 3),
        ("---\n\n***", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text, count):
    assert len(prepare(builders.article(text)).sentences) == count


def test_a_stop_in_one_of_many_quotations_ends_no_sentence():
    text = '"أين أنت؟ هنا" قال. ' * 3 + "من هناك؟ لا أحد."
    assert [sentence.fend - sentence.fstart for sentence in builders.document(text).sentences] == [
        *[len('"أين أنت؟ هنا" قال.')] * 3,
        len("من هناك؟"),
        len("لا أحد."),
    ]


def test_a_long_run_of_marks_is_one_stop():
    assert len(builders.document("من هناك" + "!" * 500 + " لا أحد.").sentences) == 2
