import pandas as pd

from components.data.frame_rows import rows


def test_missing_values_are_none_and_lists_stay():
    frame = pd.DataFrame({"a": [1.5, None], "b": [pd.NaT, pd.Timestamp(0)], "c": [["x"], []]})
    assert rows(frame) == [
        {"a": 1.5, "b": None, "c": ["x"]},
        {"a": None, "b": pd.Timestamp(0), "c": []},
    ]


def test_a_frame_without_rows_has_none():
    assert rows(pd.DataFrame({"a": []})) == []
