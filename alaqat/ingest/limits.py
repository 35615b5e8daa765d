"""Size limits of input: what is larger is refused, so that no file can fill memory or disk."""

from __future__ import annotations

from typing import Final

MIB: Final = 1 << 20
# Bytes of a file that is read whole (text, page, document, workbook, JSON). Files of rows and
# archives are streamed instead.
WHOLE: Final = 50 * MIB
# Bytes of a web page. Pages of news sites are smaller than one megabyte; parsing a page takes about
# a hundred times its size in memory.
PAGE: Final = 5 * MIB
# Characters of one line of a streamed file, and of one article.
LINE: Final = 16 * MIB
ARTICLE: Final = 2_000_000
# Rows of one table or list, and tags and attributes of a page: news pages have some thousands of
# tags, and elements with some tens of attributes.
ROWS: Final = 250_000
TAGS: Final = 150_000
ATTRIBUTES: Final = 100
# An archive: number of files, unpacked bytes, and how many times its own size it may unpack to
# beyond the first FREE bytes.
MEMBERS: Final = 100_000
UNPACKED: Final = 16 * 1024 * MIB
RATIO: Final = 100
FREE: Final = 10 * MIB
# Characters from which mojibake is detected.
SAMPLE: Final = 4_000


def max_unpacked(packed_size: int) -> int:
    """The bytes that an archive of `packed_size` bytes may unpack to."""
    return min(UNPACKED, FREE + RATIO * packed_size)
