"""Every filter of a link is an option of a command."""

import argparse

from alaqat.model.filter_options import add_filter_options, filters_of
from alaqat.model.selection import FILTERS


def test_values_come_back_by_the_parameter_of_their_filter():
    parser = argparse.ArgumentParser()
    add_filter_options(parser)
    found = filters_of(parser.parse_args(["--pair", "ISR-TUR", "--pair", "FRA-TCD"]))
    assert found.pop("pair") == ["ISR-TUR", "FRA-TCD"]
    assert len(found) == len(FILTERS) - 1
    assert not any(found.values())
