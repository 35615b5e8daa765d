"""How much a door takes: what is beyond is refused with a sentence, so that no file can fill memory or disk."""

from __future__ import annotations

from typing import Final

MIB: Final = 1 << 20
# Bytes of a file that must be held whole (text, page, document, workbook, JSON); rows and archives are streamed.
WHOLE: Final = 50 * MIB
# Bytes of a web page: the largest of news sites are below one megabyte, and reading one costs a hundred times its size.
PAGE: Final = 5 * MIB
# Characters of one line of a streamed file, and of one article.
LINE: Final = 16 * MIB
ARTICLE: Final = 2_000_000
# An archive: files in it, bytes it unpacks to, and how many times its own size, which the first bytes are free of.
MEMBERS: Final = 100_000
UNPACKED: Final = 16 * 1024 * MIB
RATIO: Final = 100
FREE: Final = 10 * MIB
# Bytes by which the encoding of a stream is told, and characters by which mojibake is.
HEAD: Final = 64 * 1024
SAMPLE: Final = 4_000
