from datetime import date

from alaqat.reference.chronology_comparison import ChronologyComparison, Pairing, YearCount
from alaqat.reference.reference_file import Entry


def entry(year):
    return Entry(1, date(year, 5, 1), date(year, 5, 1), "x")


def test_the_recall_is_the_share_of_the_entries_that_are_matched():
    matched = [Pairing(entry(2018), [{}], "day"), Pairing(entry(2018), [{}], "year")]
    found = ChronologyComparison(matched, [entry(2018), entry(2019)], [])
    assert (found.entries, found.recall) == (4, 0.5)
    assert found.precisions() == {"day": 1, "month": 0, "year": 1}
    assert found.years() == [YearCount(2018, 3, 2), YearCount(2019, 1, 0)]


def test_without_entries_there_is_no_recall():
    assert ChronologyComparison([], [], []).recall == 0.0
