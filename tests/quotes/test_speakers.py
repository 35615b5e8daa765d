"""Who speaks when the subject is a body, several people, a description, or left out."""

from __future__ import annotations

import pytest

from tests.quotes.conftest import with_role

SAMI = {"Sami Haddad": ["PER", "سامي حداد", "حداد"]}
BOTH = {**SAMI, "Mona Saleh": ["PER", "منى صالح"]}


def _speakers(quotes):
    return [quote.speaker for quote in quotes]


@pytest.mark.parametrize(
    ("subject", "english"),
    [
        ("وقالت وزارة الخارجية البيروفية", "Peruvian Ministry of Foreign Affairs"),
        ("وقالت الخارجية البيروفية", "Peruvian Ministry of Foreign Affairs"),
        ("وقالت الشرطة البيروفية", "Peruvian police"),
        ("وقالت القوات الأميركية", "US forces"),
        ("وقال وزير الدفاع البيروفي", "Peruvian Minister of Defence"),
        ("وقال مسؤولو المحكمة البيروفية", "Peruvian court officials"),
        ("وقالت وسائل إعلام بيروفية", "Peruvian media"),
        ("وقالت الشرطة", "Police"),
        ("وقال خبراء", "Experts"),
        ("وقال الخبراء", "Experts"),
    ],
)
def test_a_description_becomes_that_body_or_office(read, subject, english):
    assert _speakers(read(f'{subject} إن "العمل سيبدأ في الصيف".', {})) == [english]


def test_the_name_of_a_state_after_a_ministry_is_its_adjective(read):
    names = {"Saudi Arabia": ["LOC", "السعودية"]}
    (quote,) = read("وأكدت وزارة الخارجية السعودية أن الاجتماع سيعقد غدا.", names)
    assert (quote.speaker, quote.country) == ("Saudi Ministry of Foreign Affairs", "SAU")


def test_reports_in_a_country_are_not_that_country(read):
    names = {"Peru": ["LOC", "البيرو"]}
    (quote,) = read("وأشارت تقارير إعلامية عدة في البيرو إلى أن الجسر سيغلق قريبا.", names)
    assert quote.speaker == "media reports in Peru"


def test_a_description_that_an_entity_bears_takes_its_id(read):
    names = {"Peruvian police": ["ORG", "شرطة البيرو"]}
    quotes = read("وصلت شرطة البيرو. وقالت الشرطة البيروفية إن الطريق مغلق تماما.", names)
    assert {quote.speaker_id for quote in quotes} == {"e0"}


def test_a_joined_subject_gives_every_name_and_the_first_id(read):
    (quote,) = read('وقال سامي حداد ومنى صالح إن "العمل سيبدأ في الصيف".', BOTH)
    assert (quote.speaker, quote.speaker_id) == ("Sami Haddad; Mona Saleh", "e0")
    assert quote.speaker_text == "سامي حداد ومنى صالح"


def test_a_counterpart_with_a_nationality_joins_the_subject(read):
    (quote,) = read("وأعلن سامي حداد ونظيره البيروفي منى صالح أن الاتفاق جاهز للتوقيع.", BOTH)
    assert quote.speaker == "Sami Haddad; Mona Saleh"


def test_the_plural_title_points_to_those_who_spoke_together(read):
    text = 'وقال الوزيران سامي حداد ومنى صالح إن العمل مستمر. وأضاف حداد أن الوقت ضيق. وأكد الوزراء "لن نتأخر بعد اليوم".'
    assert _speakers(read(text, BOTH))[-1] == "Sami Haddad; Mona Saleh"


def test_an_office_points_to_its_holder_named_elsewhere():
    text = 'وقال وزير الدفاع البيروفي "سنبقى هنا حتى الصيف". وكان وزير الدفاع سامي حداد قد وصل أمس.'
    (quote,) = with_role(text, country="PER", role="وزير الدفاع")
    assert (quote.speaker, quote.speaker_text) == ("Sami Haddad", "وزير الدفاع البيروفي")


@pytest.mark.parametrize(
    "office", ["وزير المالية البيروفي", "وزير الدفاع التركي", "رئيس الوزراء البيروفي"]
)
def test_another_office_is_not_given_to_the_last_speaker(office):
    text = f'وقال وزير الدفاع سامي حداد إن العمل جار. وقال {office} "سنبقى هنا حتى الصيف".'
    assert with_role(text, country="PER", role="وزير الدفاع")[-1].speaker != "Sami Haddad"


def test_a_role_is_arabic_as_the_article_writes_it_out():
    text = 'وصل وزير الدفاع البيروفي سامي حداد. وقال سامي حداد "سنبقى هنا حتى الصيف".'
    (quote,) = with_role(text, country="PER", role="وزير الدفاع البيروفي")
    assert quote.role == "وزير الدفاع البيروفي"


def test_a_counterpart_is_no_role():
    (quote,) = with_role('وقال نظيره سامي حداد "سنبقى هنا حتى الصيف".', country="PER", role="نظيره")
    assert quote.role is None


def test_a_title_before_a_name_no_entity_has_is_not_the_last_speaker(read):
    quotes = read('وقال سامي حداد إن العمل جار. وقال المحامي البيروفي بركات جابر "لم نتسلم أي رد".')
    assert _speakers(quotes)[-1] == "Peruvian lawyer"


def test_a_voter_spoken_to_is_no_speaker(read):
    quotes = read('وقال سامي حداد "هذا موقفنا الثابت". وقال للناخبين "لن نتراجع عن وعودنا".')
    assert _speakers(quotes) == ["Sami Haddad", "Sami Haddad"]


def test_a_site_where_words_are_posted_is_no_speaker(read):
    names = {**SAMI, "Twitter": ["ORG", "تويتر"]}
    text = 'ووصل سامي حداد أمس. وأكد حداد أنه باق. وجاء ذلك على صفحته في تويتر، حيث قال "لن أغادر قبل الصيف".'
    assert _speakers(read(text, names))[-1] == "Sami Haddad"


def test_one_word_of_a_name_is_that_person(read):
    quotes = read(
        'وصل كيم جاي-سون أمس. وقال كيم "سنعود في الربيع المقبل".',
        {"Kim Jae-sun": ["PER", "كيم جاي-سون"]},
    )
    assert _speakers(quotes) == ["Kim Jae-sun"]


def test_a_name_with_a_relative_clause_speaks_before_its_verb(read):
    quotes = read('وقال سامي حداد إن العمل جار. لكن بركات، الذي وصل أمس، قال "لن نقبل بهذا الحل".')
    assert [quote.speaker_text for quote in quotes][-1] == "بركات"


def test_a_clause_about_a_noun_leaves_the_word_to_the_reporter(read):
    names = {**SAMI, "Peru": ["LOC", "البيرو"]}
    text = 'وقال سامي حداد إن العمال الذين تحدثت عنهم البيرو "غادروا قبل شهر كامل".'
    assert _speakers(read(text, names)) == ["Sami Haddad"]


def test_and_that_gives_the_word_back_to_the_reporter(read):
    names = {**SAMI, "Peru": ["LOC", "البيرو"]}
    text = 'وأضاف سامي حداد أن البيرو رفضت العرض وأن الأمر "متروك لها وحدها الآن".'
    assert set(_speakers(read(text, names))) == {"Sami Haddad"}


def test_a_passive_verb_of_calling_has_no_speaker(read):
    assert read('وقال سامي حداد ذلك. وأصيب عامل إصابة وصفت بأنها "خطيرة جدا".') == ()


def test_what_is_called_so_is_no_subject(read):
    names = {"Peru": ["LOC", "البيرو"]}
    quotes = read('واحتجت البيرو على القرار واعتبرته موقفا يعكس "تدخلا في شؤونها الداخلية".', names)
    assert _speakers(quotes) == ["Peru"]


def test_the_statement_is_of_the_body_just_named(read):
    names = {**SAMI, "Central Bank": ["ORG", "المصرف المركزي"]}
    text = 'وقال سامي حداد إن العملة تراجعت. ثم أصدر المصرف المركزي بيانا. وجاء في البيان أن "الأسعار تحت المراقبة".'
    assert _speakers(read(text, names))[-1] == "Central Bank"


def test_an_apposition_between_commas_stays_in_the_clause(read):
    quotes = read("وقال سامي حداد إن رئيس النادي، بركات جابر، يعتبر الأمر منتهيا.")
    assert [quote.text for quote in quotes] == ["رئيس النادي، بركات جابر، يعتبر الأمر منتهيا"]


def test_words_long_after_an_act_are_not_its_speakers(read):
    text = "وكشف سامي حداد عن خطة جديدة لإصلاح الطرق في المدن الكبرى والقرى البعيدة عن العاصمة بينما يعاني منذ سنوات سكان المناطق الشرقية"
    assert read(f'{text} "الخارجة عن كل حساب" من البطالة.') == ()


def test_whom_a_verb_accuses_is_no_speaker(read):
    names = {**SAMI, "Peru": ["ORG", "حزب البيرو"]}
    text = (
        'وأكد سامي حداد ذلك. واتهم حزب البيرو بترويج الشائعات. وقال إن الحزب "يعمل ضد مصالح الناس".'
    )
    assert _speakers(read(text, names))[-1] == "Sami Haddad"


def test_a_subject_before_its_transitive_verb_leaves_the_object_behind(read):
    names = {"Lima": ["LOC", "ليما"], "Quito": ["LOC", "كيتو"]}
    quotes = read('وكانت ليما قد هددت كيتو بفرض "أشد العقوبات في تاريخها".', names)
    assert _speakers(quotes) == ["Peru"]


def test_an_accusative_with_its_object_is_no_subject(read):
    quotes = read(
        'وقال سامي حداد إن العمل جار. وأضاف مقدما التعازي إلى العائلات "سنبقى معكم حتى النهاية".'
    )
    assert _speakers(quotes)[-1] == "Sami Haddad"


def test_a_verb_after_a_verb_of_saying_spells_a_name(read):
    quotes = read('وقال سامي حداد إن العمل جار. وقالت روي "سنبدأ من جديد في الصيف".')
    assert (quotes[-1].speaker, quotes[-1].speaker_text) == (None, "روي")


def test_a_voice_is_the_speaker_that_goes_on(read):
    names = {**SAMI, "Reuters": ["ORG", "رويترز"]}
    text = (
        'ونقلت رويترز على لسان سامي حداد قوله "العمل سيبدأ قريبا جدا". وأضاف "لن ننتظر حتى الصيف".'
    )
    assert _speakers(read(text, names)) == ["Sami Haddad", "Sami Haddad"]


def test_an_agency_spoken_to_in_marks_is_no_speaker(read):
    (quote,) = read(
        'وقال دبلوماسي فرنسي لـ"رويترز" إن "الملف معقد جدا".', {"Reuters": ["ORG", "رويترز"]}
    )
    assert quote.speaker == "French diplomat"


def test_the_office_of_a_body_before_a_comma_is_the_person_after_it(read):
    names = {**SAMI, "United Nations": ["ORG", "للأمم المتحدة"]}
    (quote,) = read('وأعرب الأمين العام للأمم المتحدة، سامي حداد، عن "قلقه الشديد".', names)
    assert quote.speaker == "Sami Haddad"


def test_a_statement_issued_by_a_body_is_that_bodys(read):
    names = {"Presidency": ["ORG", "قصر الرئاسة"]}
    (quote,) = read('وقال بيان صادر عن قصر الرئاسة "لن نسكت بعد اليوم أبدا".', names)
    assert quote.speaker == "Presidency"


@pytest.mark.parametrize("lead", ["في دراسة جاءت بعنوان: ", "إن وثائق الـ", "إنه سيطلق "])
def test_a_title_or_name_in_marks_is_nobodys_words(read, lead):
    inner = "مبادرة الطريق الجديد" if lead.endswith("سيطلق ") else "أطفال على الطريق"
    assert inner not in {quote.text for quote in read(f'وقال سامي حداد {lead}"{inner}" قريبا.')}
