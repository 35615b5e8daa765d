"""The stylesheet of the documents that the server sends."""

import re

from components.html import page_styles
from components.theme.colours import COLOURS


def test_each_colour_is_a_variable_with_its_value_in_both_themes():
    root = re.match(r":root\{(.*?)\}", page_styles.styles()).group(1)
    assert root.split(";") == [
        *(f"--{name}:light-dark({value},{COLOURS['dark'][name]})"
          for name, value in COLOURS["light"].items()),
        "",
    ]  # fmt: skip


def test_the_stylesheets_follow_the_colours():
    assert ".headline" in page_styles.styles()
