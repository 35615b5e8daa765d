"""Find the lead paragraph of a page that stands above its article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from alaqat.ingest.visual_order import has_arabic

# How pages name the element of the lead.
_LEAD_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|leadtext|standfirst|stand-first|intro|introduction|sapo|summary"
    r"|excerpt|chapeau|subtitle|sub-title|subhead|subheadline|deck|dek|abstract|description"
    r"|paragraph-lead|first-paragraph)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_IN: Final = frozenset({"nav", "aside", "footer", "figure", "form", "head", "script", "style"})
_LEAST: Final = 40  # characters of a lead
_MOST: Final = 1_500
_COMPARED: Final = 30  # characters by which a paragraph is found again
_BLOCKS: Final = frozenset({"p", "div", "section", "h2", "h3", "header", "span", "strong"})


def lead(tree: Any, text: str) -> str | None:
    """The lead between the page's heading and the first line of its `text`; None if there is none.

    A lead that `text` holds is none.
    """
    heading = next(tree.iter("h1"), None)
    first_line = _plain(text.partition("\n")[0])[:_COMPARED]
    if heading is None or not first_line:
        return None
    compared = _plain(text)
    for element in _after(tree, heading):
        content = _plain(" ".join(element.itertext()))
        if content.startswith(first_line):
            return None
        if _is_lead(element, content):
            return None if content[:_COMPARED] in compared else content
    return None


def _after(tree: Any, heading: Any) -> Iterator[Any]:
    """The elements behind the heading, outermost first."""
    is_after = False
    for element in tree.iter():
        is_after = is_after or element is heading
        if is_after and element is not heading and element.tag in _BLOCKS:
            yield element


def _is_lead(element: Any, content: str) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if not _LEAD_CLASS.search(names) or not _LEAST <= len(content) <= _MOST:
        return False
    links = sum(len(_plain(" ".join(link.itertext()))) for link in element.iter("a"))
    is_inside = any(parent.tag in _NOT_IN for parent in element.iterancestors())
    return has_arabic(content) and links < len(content) / 2 and not is_inside


def _plain(text: str) -> str:
    return " ".join(text.split())
