"""A whole name beats every split, and what a clitic leaves is a rare town only with a witness."""

import pytest

from alaqat import entities
from alaqat.arabic.clitics import with_article_swallowed
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import known_names, words
from tests.builders import document

PLACES = [
    (form, row)
    for form, row in known_names()
    if row.type == "LOC"
    and not row.needs_context
    and folded(form) not in words("not_name") | words("doubtful_whole")
]
IDS = {}
for listed_form, listed_row in known_names():
    IDS.setdefault(folded(listed_form), set()).add(listed_row.id)


def found(text):
    return {
        (folded(mention.text), entity.id)
        for entity in entities.find(document(text))
        for mention in entity.mentions
    }


def is_read(text, form):
    return any((folded(form), one) in found(text) for one in IDS[folded(form)])


def test_every_listed_place_is_found_as_a_whole_word():
    assert [form for form, _ in PLACES if not is_read(f"وصل الوفد إلى {form}.", form)] == []


def joined(clitic, form):
    return (clitic == "ل" and with_article_swallowed(form)) or clitic + form


def is_another_word(clitic, form):
    """True if clitic and form make a listed name, a doubtful word, or an adjective."""
    word = folded(clitic + form)
    return word in IDS or word in words("doubtful_split") or form in words("adjectival_joined")


@pytest.mark.parametrize("clitic", ["و", "ف", "ب", "ل", "ك"])
def test_every_place_but_towns_is_found_behind_a_clitic(clitic):
    wrong = []
    for form, row in PLACES:
        if row.kind == "city" or is_another_word(clitic, form):
            continue
        text = f"قدم الوفد الدعم {joined(clitic, form)}."
        if not any(one in IDS[folded(form)] for _, one in found(text)):
            wrong.append(form)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال مسؤول عسكري في كابل إن القوات انسحبت.", {"loc:kabul"}),
        ("تستضيف فيينا جولة جديدة من المحادثات.", {"loc:vienna"}),
        ("تفشى فيروس كورونا في البلاد وأغلقت المدارس.", set()),
        ("زار المحافظ آثار بابل جنوب بغداد.", {"loc:babil", "loc:baghdad"}),
        ("سافر الوفد بين مكة وجدة.", {"loc:mecca", "loc:jeddah"}),
        ("وصل الوفد إلى السعودية ثم إلى الخليل.", {"loc:SAU", "loc:hebron"}),
        ("كسرت الأسعار حاجزاً، وكان لزاماً عليه أن يخفض العرض الذي كسبها.", set()),
        ("استقبله الجمهور بحماس ووجده في البيت.", set()),
        ("رحبت حماس بالقرار، واتصل الوسيط بحماس أمس.", {"org:hamas"}),
        ("توجه إلى مكتبه وعندما وجده خاليا غادر.", set()),
        ("امتدت النيران من كابل الكهرباء إلى الشجرة.", set()),
        ("قال مصدر مطلع على مجريات القضية إن الملف أغلق.", set()),
    ],
)
def test_words_and_names_that_look_like_a_clitic_and_a_town(text, names):
    assert {entity.id for entity in entities.find(document(text))} == names


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال اللواء أشرف عبد الغني إن المتهم اعترف.", "أشرف عبد الغني"),
        ("قال المهندس محمود عباس حلمي إن الجسر آمن.", "محمود عباس حلمي"),
        ("قال علي عبد الله صالح المنصوري إن الدراسة بدأت.", "علي عبد الله صالح المنصوري"),
        ("استقال السويسري سيب بلاتر من رئاسة الاتحاد.", "سيب بلاتر"),
        ("أجرت الحوار الصحفية آسيا العطار في المدينة.", "آسيا العطار"),
        ("قال الأمين العام السابق حميد شباط إن الحزب متماسك.", "حميد شباط"),
        ("كان له تأثير سلبي علي القرية، وأكد عبد العاطي علي أهمية الصيانة.", "عبد العاطي"),
    ],
)
def test_a_person_who_is_no_listed_name(text, person):
    (entity,) = entities.find(document(text))
    assert (entity.canonical_ar, entity.type, entity.known) == (person, "PER", False)


def test_a_listed_name_before_a_verb_stays_the_listed_person():
    (entity,) = entities.find(document("قال محمود عباس إن السلام قريب."))
    assert entity.id == "per:mahmoud-abbas"
