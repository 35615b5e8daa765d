from datetime import date

import pandas as pd
import pytest

from components.charts import count_columns
from components.charts.periods import counts
from components.i18n.words import Words
from tests.components.charts.test_periods import UP, YEARS, row

EN = Words("en")
EVENTS = pd.DataFrame(
    [
        row("2016-03-01", "2016-12-01", UP, "range", intensity=4.0),
        *(row("2018-01-01", "2018-12-31", granularity="year", intensity=-6.0) for _ in range(3)),
    ]
)


def drawn(measure="count", window=YEARS):
    return count_columns.columns(counts(EVENTS, window), measure)


def html(found):
    return count_columns.html(found, 10, EN, lambda period: f"./?period={period}", "2018")


def test_one_scale_serves_both_sides():
    unit = count_columns.scale(drawn(), 80)
    assert [count_columns.length(one, unit) for one in drawn()] == [20, 60]


def test_a_column_leaves_the_same_gap_on_both_sides_of_its_period():
    before, column, after = (count_columns.ends(year, YEARS) for year in ("2016", "2017", "2018"))
    assert column[0] - before[1] == pytest.approx(after[0] - column[1], rel=0.01)
    assert column[0] - before[1] == pytest.approx((column[1] - column[0]) / 4, rel=0.01)


def test_a_single_event_is_no_tower():
    assert count_columns.scale(drawn()[:1], 400) == count_columns.TALLEST


def test_the_value_is_written_on_the_column_and_its_period_is_its_link():
    told = html(drawn())
    assert told.count('<span class="value">') == 2
    assert 'href="./?period=2016"' in told
    assert ">3</span>" in told


def test_where_values_do_not_fit_a_scale_is_drawn():
    crowded = drawn(window=(date(1900, 1, 1), date(2018, 12, 31)))
    assert not count_columns.can_have_values(crowded, 256)
    told = html(crowded)
    assert 'class="value a-none b-none' in told
    assert 'class="gridline conflict' in told


def test_the_chosen_period_is_marked():
    assert html(drawn()).count("aria-current=true") == 1


def test_a_column_is_named_in_words_with_its_intensity():
    label = count_columns.column_label(drawn("intensity")[1], EN)
    assert label.replace("\u2068", "").replace("\u2069", "") == (
        "2018: 3 events of conflict, intensity 18"
    )


def test_the_values_of_the_scale_are_round():
    assert [count_columns.readable(value) for value in (0.4, 3, 7, 26, 400)] == [1, 2, 5, 20, 200]


def test_columns_as_a_whole(whole):
    for measure in ("count", "intensity"):
        shown = count_columns.columns(counts(EVENTS, YEARS), measure)
        whole(measure, html(shown))
        boxes = [box for width in (60, 600) for box in count_columns.boxes(shown, 8, width)]
        whole(f"{measure} boxes", "\n".join(map(repr, [*boxes, count_columns.occupied(shown, 8)])))


@pytest.mark.parametrize(("value", "step"), [
    (1, 1), (1.9, 1), (2, 2), (4.9, 2), (5, 5), (9.9, 5), (10, 10), (19, 10), (20, 20), (50, 50), (100, 100),
])  # fmt: skip
def test_a_scale_has_one_two_or_five_of_a_power_of_ten(value, step):
    assert count_columns.readable(value) == step
