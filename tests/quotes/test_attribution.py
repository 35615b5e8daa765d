"""The speaker where the subject is far off, set off, or a woman: from plain text to the speaker."""

from __future__ import annotations

import pytest

from alaqat import entities
from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from alaqat.quotes import find

WORDS = '"الجسر لن يفتح قبل الصيف"'


def _speakers(text):
    document = prepare(Article("x", text))
    return [quote.speaker for quote in find(document, entities.find(document))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"وقالت رئيسة الجمعية التونسية للنساء، سلوى حمزة، أمس، إن {WORDS}", "Salwa Hamza"),
        (f"وقال رئيس المحكمة الانتخابية خوسيه بيلستار إن {WORDS}", "Jose Bilstar"),
        (
            f"لكن المحلل السياسي، حاتم سلامة، لا يستبعد تأجيل الاقتراع، موضحا أن {WORDS}",
            "Hatem Salama",
        ),
        (f"وكان محمود عباس صرح مطلع الشهر الجاري بأن {WORDS}", "Mahmoud Abbas"),
        (f"ويتهم سكان محليون الحكومة بـ{WORDS}", "local residents"),
        (
            f"قال المتحدث باسم الرئيس التركي رجب طيب أردوغان إن {WORDS}",
            "Recep Tayyip Erdogan's spokesperson",
        ),
        (
            f"دبي، الإمارات العربية المتحدة (CNN)-- أصدر البنتاغون بيانا بسبب ما وصفه بـ{WORDS}",
            "US Department of Defense",
        ),
        (
            f"اعتبر أمين سر اللجنة التنفيذية لمنظمة التحرير، صائب عريقات، القرار {WORDS}",
            "Saeb Erekat",
        ),
        (f"ووجهت النائبة منى صالح انتقادات للرئيس دونالد ترامب، منددة بأن {WORDS}", "Mona Saleh"),
        (f"وسمع صوت نادر سالم يقول لقائده: {WORDS}", "Nader Salim"),
        (f"وزار القاهرة وفد من المعارضة والتي رأت أن {WORDS}", "Opposition"),
        (f"وعلق ترامب على الأسعار، وفقا لما نقلته الأناضول: {WORDS}", "Donald Trump"),
    ],
)
def test_the_subject_is_found(text, speaker):
    assert _speakers(text + ".") == [speaker]


def test_a_woman_in_office_is_not_a_man_who_held_it():
    text = f"وصل الرئيس التونسي الباجي قايد السبسي أمس. وقالت الرئيسة التونسية السابقة إن {WORDS}."
    assert "Beji Caid Essebsi" not in _speakers(text)


def test_a_description_before_another_office_is_its_holder():
    text = f"قال المتحدث باسم اللجنة الأولمبية البيروفية سامي حداد ذلك. وأوضح المتحدث باسم اللجنة الأولمبية البيروفية أن {WORDS}."
    assert _speakers(text)[-1] == "Sami Haddad"
