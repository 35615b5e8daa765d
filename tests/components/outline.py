"""What Streamlit draws, as text: an element a line, with the HTML, labels and options it got."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest

# fields that differ at every run, or that Streamlit adds without being asked
_UNSTABLE = re.compile(
    r"^ *(id|form_id|active_script_hash|page_script_hash|metadata).*\n", re.MULTILINE
)
# the last day that a box of dates offers is today
_TODAY = re.compile('max: "[0-9-]{10}"')
_SCRIPT = re.compile("<script>.*?</script>", re.DOTALL)


def drawn(draw: Callable[[], object], **params: str | list[str]) -> AppTest:
    """The test of a page that calls `draw` with the parameters of a URL."""

    def page(draw):
        draw()

    test = AppTest.from_function(page, args=(draw,), default_timeout=30)
    for name, value in params.items():
        test.query_params[name] = value
    return test.run()


def outline(draw: Callable[[], object], **params: str | list[str]) -> str:
    """The elements that `draw` draws; raises AssertionError if it raises an error."""
    test = drawn(draw, **params)
    assert not test.exception, test.exception
    return "\n".join(_lines(test.main))


def _lines(block: Any, depth: int = 0) -> Iterator[str]:
    for child in block.children.values():
        head = "  " * depth + child.type
        if hasattr(child, "children"):
            yield f"{head}: {_text(child.proto)}".rstrip(": ")
            yield from _lines(child, depth + 1)
        else:
            yield f"{head}: {_text(child.proto)}"


def _text(proto: Any) -> str:
    if proto is None:
        return ""
    if proto.DESCRIPTOR.name == "Html":
        return _SCRIPT.sub("<script>", proto.body)
    text = _UNSTABLE.sub("", MessageToString(proto, as_utf8=True)).replace("\n", " ").strip()
    return _TODAY.sub("max: today", text)
