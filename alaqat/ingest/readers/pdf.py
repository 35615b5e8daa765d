"""Read documents of pages (`.pdf`) from their text layer, in the order in which lines are read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from alaqat.ingest.article_builder import build_article
from alaqat.ingest.limits import ARTICLE
from alaqat.ingest.lines import paragraphs
from alaqat.ingest.metadata.sidecar import read_sidecar
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.ingest.visual_order import has_arabic, logical_lines
from alaqat.model.errors import ArticleRefused

# In units of the size of letters: how far the base of a letter may be from that of its line, which
# gap parts two words, and which gap parts two columns.
_SAME_LINE: Final = 0.4
_WORD_GAP: Final = 0.17
_WORD_GAP_WITH_SPACES: Final = 0.25
# An alef stands apart from the next letter of its word, and a space is narrower behind a letter
# whose tail reaches below the next one.
_GAP_OF_ALEF: Final = 0.05
_GAP_OF_TAIL: Final = -0.05
_ALEFS: Final = frozenset(("\u0627", "\u0623", "\u0625", "\u0622"))
_TAILS: Final = frozenset(("\u0631", "\u0632", "\u0648"))  # reh, zain, waw
_COLUMN_GAP: Final = 3.0
# The share of lines that may stand beside another line, or above the one before them.
_OUT_OF_ORDER: Final = 0.15
_FEWEST_OUT_OF_ORDER: Final = 2
_MARK: Final = re.compile("[\u064b-\u065f\u0670]")
# What browsers print at the top and the foot of each page: the day of printing and the title, the
# address and the number of the page.
_PRINTED_EDGE: Final = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}[,،] \d{1,2}:\d\d.*"
    r"|(?:\d+/\d+ +)?(?:https?://|file://|about:)\S+(?: +\d+/\d+)?|\d+/\d+"
)
_EDGE: Final = 4  # lines at the top and the foot of a page


@dataclass(slots=True)
class _Letter:
    """A character with the sides of its box, the height of its base, and its size, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """The middle between its sides."""
        return (self.left + self.right) / 2


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of a `.pdf` file.

    Raises ArticleRefused if it is a scan, is locked, or its lines cannot be put in reading order.
    """
    import pypdfium2  # noqa: PLC0415 - imported only for documents

    document = _open(pypdfium2, file)
    try:
        title = document.get_metadata_dict().get("Title") or None
        lines = _drawn_lines(document, file)
    finally:
        document.close()
    if not lines:
        raise ArticleRefused(
            f"{file.where}: has no text layer, so it is a scan; give its text as .txt"
        )
    metadata = [*read_sidecar(file), ("metadata", {"title": title})]
    text = "\n".join(paragraphs([line for line in lines if line != title]))
    yield build_article(text, name=file.stem, where=file.where, metadata=metadata)


def _open(pypdfium2: Any, file: SourceFile) -> Any:
    try:
        return pypdfium2.PdfDocument(file.read_all())
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ArticleRefused(
                f"{file.where}: is locked with a password; save it without one"
            ) from error
        raise


def _drawn_lines(document: Any, file: SourceFile) -> list[str]:
    """The lines of all pages, until they are longer than an article may be."""
    lines: list[str] = []
    length = 0
    for page in document:
        drawn = _page_lines(page, file)
        lines += _without_edges(logical_lines(drawn))
        length += sum(map(len, drawn))
        page.close()
        if length > ARTICLE:
            break
    return lines


def _without_edges(lines: list[str]) -> list[str]:
    """The lines without those that a browser prints at the edges of a page."""
    edges = {*range(_EDGE), *range(len(lines) - _EDGE, len(lines))}
    return [
        line
        for number, line in enumerate(lines)
        if number not in edges or not _PRINTED_EDGE.fullmatch(line)
    ]


def _page_lines(page: Any, file: SourceFile) -> list[str]:
    """The lines of a page, each from left to right; raises ArticleRefused if they are no column."""
    lines = _joined(_lines(_letters(page.get_textpage())))
    texts = [_words(line) for line in lines]
    arabic = [line for line, text in zip(lines, texts, strict=True) if has_arabic(text)]
    misplaced = sum(
        _is_level_with(line, after) or after[0].base > line[0].base + after[0].size
        for line, after in pairwise(arabic)
    )
    if misplaced > max(_FEWEST_OUT_OF_ORDER, _OUT_OF_ORDER * len(arabic)):
        raise ArticleRefused(
            f"{file.where}: its lines stand in columns or out of order, so that they cannot be "
            "read one after the other; give its text as .txt or .docx"
        )
    return [text for text in texts if text]


def _letters(page: Any) -> Iterator[_Letter]:
    """The letters of a page as they are drawn, with the spaces that are drawn."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - imported only for documents

    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if not code or pdfium.FPDFText_IsGenerated(page, index):
            continue
        left, _, right, _ = page.get_charbox(index, loose=True)
        if right > left or not chr(code).isspace():
            base, size = _base(pdfium, page, index), _size(pdfium, page, index)
            yield _Letter(chr(code), left, right, base, size)


def _base(pdfium: Any, page: Any, index: int) -> float:
    """The height of the line on which a letter stands."""
    import ctypes  # noqa: PLC0415 - imported only for documents

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    return y.value


def _size(pdfium: Any, page: Any, index: int) -> float:
    """The size of a letter in points: that of its font, as its matrix scales it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return float(pdfium.FPDFText_GetFontSize(page, index) * scale)


def _lines(letters: Iterable[_Letter]) -> list[list[_Letter]]:
    """Letters that are drawn one after the other on one height."""
    lines: list[list[_Letter]] = []
    for letter in letters:
        is_same = bool(lines) and _is_level(lines[-1][-1], letter)
        if is_same:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def _is_level(first: _Letter, second: _Letter) -> bool:
    return abs(first.base - second.base) <= _SAME_LINE * max(first.size, second.size)


def _joined(lines: Sequence[list[_Letter]]) -> list[list[_Letter]]:
    """The lines, with pieces that follow each other on one height as one, parted at columns."""
    joined: list[list[_Letter]] = []
    for line in lines:
        joined += _parted(sorted(line, key=lambda letter: letter.middle))
    return joined


def _parted(line: list[_Letter]) -> Iterator[list[_Letter]]:
    """A line from left to right, parted where a column ends."""
    begin, right = 0, line[0].right
    for index, letter in enumerate(line):
        if letter.left - right > _COLUMN_GAP * letter.size:
            yield line[begin:index]
            begin = index
        right = max(right, letter.right)
    yield line[begin:]


def _is_level_with(line: Sequence[_Letter], after: Sequence[_Letter]) -> bool:
    """True if two lines stand on one height."""
    return _is_level(line[0], after[0])


def _words(line: Sequence[_Letter]) -> str:
    """The text of a line from left to right, with a space wherever letters are apart.

    A mark stands in front of its letter, so that it follows it when the line is read backwards.
    """
    clusters = _clusters(line)
    are_spaces_drawn = any(letter.text.isspace() for letter in line)
    gap = _WORD_GAP_WITH_SPACES if are_spaces_drawn else _WORD_GAP
    text = ""
    right = line[0].left
    for cluster in clusters:
        least = (gap + _gap_of(cluster[-1].text, are_spaces_drawn=are_spaces_drawn)) * cluster[
            -1
        ].size
        if min(part.left for part in cluster) - right >= least:
            text += " "
        text += "".join(part.text for part in cluster)
        right = max(right, *(part.right for part in cluster))
    return " ".join(text.split())


def _gap_of(letter: str, *, are_spaces_drawn: bool) -> float:
    """How much wider than others a gap must be behind a letter, to its left, to part two words."""
    if letter in _TAILS:
        return _GAP_OF_TAIL if are_spaces_drawn else 0.0
    return _GAP_OF_ALEF if letter in _ALEFS and not are_spaces_drawn else 0.0


def _clusters(line: Sequence[_Letter]) -> list[list[_Letter]]:
    """Each letter of a line, behind the marks that are nearest to it."""
    clusters = [[letter] for letter in line if not _MARK.match(letter.text)]
    for mark in line:
        if clusters and _MARK.match(mark.text):
            nearest = min(clusters, key=lambda cluster: _distance(mark, cluster[-1]))
            nearest.insert(0, mark)
    return clusters


def _distance(mark: _Letter, letter: _Letter) -> tuple[float, float]:
    """How far the middle of a mark is from a letter, and from the middle of the letter."""
    outside = max(letter.left - mark.middle, mark.middle - letter.right, 0.0)
    return outside, abs(mark.middle - letter.middle)
