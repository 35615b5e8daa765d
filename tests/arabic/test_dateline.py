"""Where the dateline of a report ends."""

import pytest

from alaqat.arabic.dateline import AGENCY, agency_dateline_end, dateline_end


@pytest.mark.parametrize("lead", ["دبي (رويترز) -", "دبي، الإمارات (CNN)--", "القدس (وكالات)—"])
def test_an_agency_in_brackets_and_a_dash_close_it(lead):
    text = f"{lead} قال الوزير"
    assert text[: agency_dateline_end(text, 0, len(text))] == lead
    assert text[: dateline_end(text, 0, len(text))] == lead


def test_a_dash_alone_closes_it_only_where_that_is_asked():
    text = "بيروت - قال الوزير"
    assert agency_dateline_end(text, 0, len(text)) is None
    assert text[dateline_end(text, 0, len(text)) :] == "قال الوزير"


@pytest.mark.parametrize("text", ["قال الوزير (الأحد) إنه سيزور", "انتهى. بيروت (رويترز) - قال"])
def test_brackets_without_a_dash_and_later_sentences_have_none(text):
    assert agency_dateline_end(text, 0, len(text)) is None


def test_an_agency_may_stand_between_slashes_and_has_no_figures():
    assert AGENCY.search("رام الله 27-10-2022 /وفا/").group() == "/وفا/"
    assert AGENCY.search("القدس (27 أكتوبر)") is None
