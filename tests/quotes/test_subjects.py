"""Who speaks is the subject of the verb: never its object, an adverb, a bracket or a pronoun."""

from __future__ import annotations

import pytest

from tests.quotes.conftest import with_role

SAMI = {"Sami Haddad": ["PER", "سامي حداد", "حداد"]}
MONA = {**SAMI, "Mona Saleh": ["PER", "منى صالح"]}


def _last_text(quotes):
    return quotes[-1].speaker_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("اتهمت الشركة المدير سامي حداد بأنه أخفى الأرقام.", "الشركة"),
        ("حذرت الهيئة القائد سامي حداد من أن السد مهدد.", "الهيئة"),
        ("وأبلغت الوزارة السفير البيروفي بأن الملف أغلق.", "الوزارة"),
        ("ويتهم أنصار الحاكم سامي حداد بأنه خذل سكان المدينة.", "أنصار الحاكم"),
        ("وذكّرت النقابة الوزير سامي حداد بأن الوعد قديم.", "النقابة"),
    ],
)
def test_the_object_of_a_verb_of_two_places_is_no_speaker(read, text, speaker):
    (quote,) = read(text)
    assert (quote.speaker_text, quote.country) == (speaker, None)


@pytest.mark.parametrize(
    "text",
    [
        "وقال سامي حداد إن العمل جار. وحذر الشركة من أنه سيرحل.",
        "وقال سامي حداد إن العمل جار. وأبلغ الصحافيين أن السد آمن.",
        "وقال سامي حداد إن العمل جار. ودعا المجتمع إلى أن الصبر واجب.",
    ],
)
def test_a_noun_that_the_verb_does_not_agree_with_is_its_object(read, text):
    assert read(text)[-1].speaker == "Sami Haddad"


@pytest.mark.parametrize(
    "between",
    [
        "-في حديث بثته القناة-",
        "(مساء السبت)",
        "لي",
        "له",
        "ضاحكاً",
        "ضاحكا",
        "بثقة",
        "بالتركية",
        "همسا",
        "أمامه",
        "أمس",
    ],
)
def test_what_stands_between_a_verb_and_its_words_is_no_speaker(read, between):
    quotes = read(f'وقال سامي حداد إن العمل جار. وأضاف {between}: "سنكمل السد في الصيف".')
    assert [quote.speaker for quote in quotes] == ["Sami Haddad", "Sami Haddad"]


def test_a_feminine_verb_passes_over_a_man_with_an_office():
    text = "واجتمعت الشركة مع الوزير سامي حداد وأكدت أن السد آمن."
    assert _last_text(with_role(text, country=None, role="الوزير")) == "الشركة"


def test_the_head_of_a_genitive_speaks_for_itself(read):
    (quote,) = read("وقالت حكومة سامي حداد إن السد آمن.")
    assert (quote.speaker, quote.speaker_text) == (
        "Sami Haddad's government",
        "حكومة سامي حداد",
    )


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("د. سامي حداد", "سامي حداد"),
        ("المهندس سامي حداد", "سامي حداد"),
        ("المدير العام على المشروع، سامي حداد،", "سامي حداد"),
        ("أستاذ التاريخ والباحث في شؤون الماء د. سامي حداد", "سامي حداد"),
        ("المدير التنفيذي للسد جون تامبر لرويترز", "جون تامبر"),
        ("نجم الكرة البيروفية، سامي حداد،", "سامي حداد"),
    ],
)
def test_a_long_title_leads_to_the_name(read, subject, speaker):
    names = {**SAMI, "Reuters": ["ORG", "رويترز"]}
    (quote,) = read(f"وقال {subject} إن السد آمن.", names)
    assert quote.speaker_text == speaker


def test_a_paper_named_in_marks_is_quoted_with_its_noun(read):
    (quote,) = read('وقالت صحيفة "أخبار النهر" البيروفية إن السد آمن.', {})
    assert quote.speaker_text == 'صحيفة "أخبار النهر" البيروفية'


def test_who_described_him_is_the_subject_of_the_sentence(read):
    text = 'وكان سامي حداد، رئيس النادي، هاجم منى صالح، واصفا إياها بـ"الخصم" الذي لا يتعب.'
    (quote,) = read(text, MONA)
    assert (quote.speaker, quote.text) == ("Sami Haddad", "الخصم")


@pytest.mark.parametrize("verb", ["كشف", "أبرز", "سجل", "أفصح"])
def test_verbs_of_saying_of_the_maghreb_and_egypt(read, verb):
    (quote,) = read(f"{verb} سامي حداد أن السد آمن.")
    assert quote.speaker == "Sami Haddad"


def test_a_verb_with_a_pronoun_and_an_occasion_may_follow_a_source_phrase(read):
    names = {"Ministry of Water": ["ORG", "وزارة الماء"]}
    text = 'وكان السد "آمنا في كل أجزائه"، وفق ما أكدته في حينه وزارة الماء.'
    (quote,) = read(text, names)
    assert quote.speaker == "Ministry of Water"


def test_a_source_phrase_may_part_a_verb_from_its_words(read):
    names = {**SAMI, "Reuters": ["ORG", "رويترز"]}
    (quote,) = read("وأكد سامي حداد، وفق وكالة رويترز، أن السد آمن.", names)
    assert (quote.text, quote.speaker) == ("السد آمن", "Sami Haddad")


def test_as_he_says_at_the_beginning_of_a_sentence_is_a_verb(read):
    quotes = read("وصل سامي حداد أمس. كما قال سامي حداد إن السد آمن.")
    assert [(quote.text, quote.rule) for quote in quotes] == [("السد آمن", "indirect-clause")]


def test_a_second_main_verb_ends_the_clause_before_it(read):
    text = "وبينما نفى سامي حداد أنه استقال، مشيرا إلى أنه باق، قال خبراء إن السد آمن."
    quotes = read(text)
    assert [quote.text for quote in quotes] == ["استقال", "باق", "السد آمن"][-len(quotes) :]
    assert quotes[-1].speaker == "Experts"


def test_a_surname_that_is_also_a_verb_is_a_name(read):
    (quote,) = read("وقال السيد لوح إن السد آمن.", {"Karim Lawh": ["PER", "كريم لوح"]})
    assert quote.cue == "قال"


@pytest.mark.parametrize(
    ("pronoun", "title"),
    [("سموه", "الأمير"), ("معاليه", "الوزير"), ("فضيلته", "الشيخ"), ("جلالته", "الملك")],
)
def test_an_honorific_pronoun_is_the_last_person_of_that_rank(pronoun, title):
    text = f"واستقبل {title} سامي حداد الوفد. وأكد {pronoun} أن السد آمن."
    quotes = with_role(text, country=None, role=title)
    assert [(quote.speaker, quote.speaker_text) for quote in quotes] == [("Sami Haddad", pronoun)]


def test_an_adverb_is_no_speaker(read):
    quotes = read('وقال سامي حداد إن العمل جار. وأضاف بسرعة "سنكمل السد في الصيف المقبل".')
    assert quotes[-1].speaker == "Sami Haddad"


def test_a_relative_pronoun_refers_to_the_name_in_marks_before_it(read):
    names = {"River Keepers": ["ORG", "رعاة النهر"]}
    text = 'وزارت الوفد منظمة "رعاة النهر" التي ذكرت أن السد قديم جدا.'
    assert read(text, names)[-1].speaker == "River Keepers"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأوضح الاتفاق أن السد ملك للجميع.", "الاتفاق"),
        ("واعتبر آخرون أن السد قديم جدا.", "آخرون"),
        ("وقال كارل رومينر رغبة منه إن السد آمن.", "كارل رومينر"),
    ],
)
def test_a_noun_without_a_list_is_quoted_by_its_own_words(read, text, speaker):
    assert read(text, {})[-1].speaker_text == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال محامي الرئيس السابق سامي حداد إن التهمة باطلة.", "محامي الرئيس السابق"),
        ("قالت زوجة المعتقل سامي حداد إن صحته تدهورت.", "زوجة المعتقل"),
        ("وقال متحدث باسم الوزير سامي حداد إن الزيارة ألغيت.", "متحدث باسم الوزير"),
        ("وقال محامي الدفاع سامي حداد إن التهمة باطلة.", "سامي حداد"),
        ("وقال المتحدث باسم الرئاسة سامي حداد إن الزيارة ألغيت.", "سامي حداد"),
        ("وقال الدكتور/ سامي حداد إن الجرعة كافية.", "سامي حداد"),
        ("ورددت النسوة بصوت واحد «لا عودة إلى الحرب».", "النسوة"),
    ],
)
def test_who_is_somebodys_speaks_and_not_that_person(read, text, speaker):
    (quote,) = read(text, SAMI)
    assert quote.speaker_text == speaker


@pytest.mark.parametrize(
    "text", ["وأكد رفضه «أي تدخل في الشأن الداخلي».", "وأعلن ترحيبه بأن العمل بدأ."]
)
def test_a_verbal_noun_with_its_owner_is_no_speaker(read, text):
    quotes = read(f"قال سامي حداد إن العمل جار. {text}", SAMI)
    assert {quote.speaker for quote in quotes} == {"Sami Haddad"}


MINISTRY = {"Ministry of Water": ["ORG", "وزارة المياه"], "Sami Haddad": ["PER", "سامي حداد"]}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the author: who spoke in a statement before
        (
            "وأعلنت وزارة المياه في بيان أن السد آمن. وزار سامي حداد نهر النيل. "
            "وقال البيان إن العمل جار هناك.",
            "Ministry of Water",
        ),
        # a body by its noun alone
        (
            "وأعلنت وزارة المياه أن السد آمن. وقال سامي حداد إنه قديم. وقالت الوزارة إنه متين جدا.",
            "Ministry of Water",
        ),
        # «his saying» is a man's, not a body's
        ("وزارت وزارة المياه سامي حداد ونشرت قوله إن السد آمن.", "Sami Haddad"),
        # the subject goes on behind the verb of the same gender
        (
            "وقالت وزارة المياه أمس إن السد آمن. وأعلن سامي حداد أن العمل جار. "
            "وأكدت أن السد قديم جدا.",
            "Ministry of Water",
        ),
        # where words are posted is no subject
        ("وقال سامي حداد إنه قادم. وقال في تغريدة على تويتر إن السد آمن.", "Sami Haddad"),
        # an object behind «the ministry»
        (
            "وأعلنت وزارة المياه أن السد آمن. واتهمت الوزارة شركة البناء بالغش. "
            "وذكرت أن العمل توقف.",
            "Ministry of Water",
        ),
        # who gave the statement out
        (
            "وزار سامي حداد السد في بيان وزعته وزارة المياه قالت فيه إن السد آمن.",
            "Ministry of Water",
        ),
    ],
)
def test_a_later_subject_is_the_one_spoken_of(read, text, speaker):
    names = {**MINISTRY, "Twitter": ["ORG", "تويتر"]}
    assert read(text, names)[-1].speaker == speaker


def test_a_receiver_of_a_copy_is_no_subject(read):
    names = {**MINISTRY, "The Post": ["ORG", "البوست"]}
    text = "وأعلنت وزارة المياه خفض السعر. وصل بيان لموقع البوست. وأضاف البيان أن السد آمن."
    assert read(text, names)[-1].speaker == "Ministry of Water"


def test_the_official_is_the_one_introduced_last(read):
    text = "وقال مصدر أمني نرويجي إن السد آمن. ونقلت صحف عن مسؤول سويدي. وقال المسؤول إن السد قديم."
    assert read(text, {})[-1].speaker == "Swedish official"


def test_a_name_in_marks_behind_a_description_is_the_speaker(read):
    quotes = read("وقال المتحدث باسم الجيش “سامي حداد” إن السد آمن.")
    assert quotes[-1].speaker == "Sami Haddad"
