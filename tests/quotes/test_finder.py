"""Quotes as a reader would attribute them, the seed included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from alaqat.quotes import find

SAMI = {"Sami Haddad": ["PER", "سامي حداد", "حداد"]}
SEED = "seeds/000_47d3d796223e098a.txt"
ENTITIES = {
    "Benny Gantz": ["PER", "بيني جانتس", "جانتس", "الوزير الإسرائيلي"],
    "Hulusi Akar": ["PER", "خلوصي أكار", "أكار"],
    "Recep Tayyip Erdogan": ["PER", "رجب طيب أردوغان", "أردوغان"],
    "Turkey": ["LOC", "تركيا"],
    "Israel": ["LOC", "إسرائيل"],
    "Ankara": ["LOC", "أنقرة"],
}


@pytest.fixture(scope="module")
def seed(request):
    return (request.config.rootpath / SEED).read_text(encoding="utf-8")


def _direct_speakers(quotes):
    return [(quote.speaker, quote.speaker_text) for quote in quotes if quote.kind == "direct"]


def test_the_seed_gives_its_eight_quotations(read, seed):
    gantz, akar = "Benny Gantz", "Hulusi Akar"
    assert _direct_speakers(read(seed, ENTITIES)) == [
        (gantz, "جانتس"),
        (akar, "خلوصي أكار"),
        (akar, "أكار"),
        (gantz, "بيني جانتس"),
        (gantz, "بيني جانتس"),
        (gantz, "الوزير الإسرائيلي"),
        (gantz, "الوزير الإسرائيلي"),
        (gantz, "مكتبه"),
    ]


def test_names_in_marks_are_no_quotes(read, seed):
    texts = {quote.text for quote in read(seed, ENTITIES)}
    assert texts.isdisjoint({"مافي مرمرة", "حزب الوحدة الوطنية"})


def test_the_seed_with_other_people_keeps_its_speakers(read, seed):
    other = (
        seed.replace("بيني جانتس", "فادي نجار").replace("جانتس", "نجار").replace("أكار", "زيدان")
    )
    names = {**ENTITIES, "Benny Gantz": ["PER", "فادي نجار", "نجار", "الوزير الإسرائيلي"]}
    names["Hulusi Akar"] = ["PER", "خلوصي زيدان", "زيدان"]
    assert [speaker for speaker, _ in _direct_speakers(read(other, names))] == [
        speaker for speaker, _ in _direct_speakers(read(seed, ENTITIES))
    ]


def test_an_anonymous_source_stays_anonymous(read):
    (quote,) = read("وقال مصدر إن الطريق أغلق مساء.", {})
    assert (quote.speaker, quote.speaker_id, quote.speaker_text) == (None, None, "مصدر")


def test_a_described_speaker_has_an_english_description_and_a_state(read):
    (quote,) = read('وقال دبلوماسي تركي "سنفتح المعبر قبل نهاية الشهر".', {})
    assert (quote.speaker, quote.country, quote.speaker_id) == ("Turkish diplomat", "TUR", None)


def test_a_capital_speaks_for_its_state(read):
    (quote,) = read("وأكدت أنقرة أنها سترد على القرار.", {"Ankara": ["LOC", "أنقرة"]})
    assert (quote.speaker, quote.country) == ("Turkey", "TUR")


def test_a_name_no_entity_has_is_not_given_to_the_last_speaker(read):
    quotes = read('وقال سامي حداد "نحن هنا منذ الصباح". وقال بركات "لن أبقى معكم هنا".')
    assert [quote.speaker for quote in quotes] == ["Sami Haddad", None]


def test_the_object_of_a_verb_is_no_speaker(read):
    names = {**SAMI, "Israel": ["LOC", "إسرائيل"]}
    quotes = read(
        'وقال سامي حداد "هذا يكفي الآن تماما". واتهم إسرائيل بأنها "تعرقل الحل السياسي".', names
    )
    assert [quote.speaker for quote in quotes] == ["Sami Haddad", "Sami Haddad"]


def test_an_agency_gives_the_word_to_the_one_it_quotes(read):
    names = {**SAMI, "Reuters": ["ORG", "رويترز"]}
    (quote,) = read('ونقلت رويترز عن سامي حداد قوله "العمل سيبدأ في الصيف".', names)
    assert quote.speaker == "Sami Haddad"


def test_a_relative_clause_speaks_for_what_stands_before_it(read):
    names = {**SAMI, "Mona Saleh": ["PER", "منى صالح"]}
    (quote,) = read('والتقى سامي حداد المخرجة منى صالح التي قالت "سأعود في الربيع المقبل".', names)
    assert quote.speaker == "Mona Saleh"


def test_a_nested_report_does_not_change_the_speaker(read):
    names = {**SAMI, "Mona Saleh": ["PER", "منى صالح"]}
    quotes = read(
        'وقال سامي حداد إن منى صالح طلبت لقاءه. وأضاف "سألتقيها في الأسبوع المقبل".', names
    )
    assert {quote.speaker for quote in quotes} == {"Sami Haddad"}


def test_an_html_entity_is_a_mark_and_offsets_stay_true(read):
    text = "وقال سامي حداد إن العمل &#34;جار على قدم وساق&#34; هناك."
    (quote,) = read(text)
    assert quote.text == "جار على قدم وساق" == text[quote.start : quote.end]


MALFORMED = [
    "قال «كلمة " * 100,
    'وقال سامي "كلمة ' * 100,
    "«" * 100,
    '"',
    "\u202eوقال «نص\u202e هنا» " * 20,
]


@pytest.mark.parametrize(
    "text", MALFORMED, ids=["unclosed", "straight", "marks", "one", "overrides"]
)
def test_malformed_marks_give_slices_of_the_text_that_do_not_overlap(text):
    edge = 0
    for quote in find(prepare(Article("x", text)), ()):
        assert edge <= quote.start < quote.end
        assert text[quote.start : quote.end] == quote.text
        edge = quote.end


@given(
    st.lists(
        st.sampled_from(
            [
                '"',
                "«",
                "»",
                "قال",
                "وأضاف",
                "إن",
                "سامي حداد",
                "وفق",
                "،",
                ".",
                "\n",
                ":",
                "نص طويل هنا",
                "َ",
                "&#34;",
            ]
        )
    )
)
def test_every_quote_is_its_own_slice_of_the_text(words):
    document = prepare(Article("x", " ".join(words)))
    for quote in find(document, ()):
        assert document.text[quote.start : quote.end] == quote.text != ""
