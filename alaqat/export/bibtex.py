"""BibTeX (biblatex fields): an entry for each article behind the rows, in UTF-8."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.references import TABLES, Reference, references

# Characters that mean something to TeX → how they are written
_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)


def write(request: ExportRequest) -> bytes:
    """The articles behind the rows of a request as BibTeX."""
    entries = "\n".join(map(_entry, references(request)))
    return entries.encode(errors="replace")


def _entry(reference: Reference) -> str:
    fields = {
        "title": _text(reference.title),
        "entrysubtype": "newspaper",
        "journaltitle": _text(reference.outlet),
        "date": reference.published.isoformat() if reference.published else "",
        "year": str(reference.published.year) if reference.published else "",
        "url": _address(reference.url),
        "urldate": reference.accessed.isoformat(),
        "language": _text(reference.language),
        "langid": _langid(reference.language),
        "note": "\n  ".join(map(_text, reference.notes)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{reference.key},\n{lines}}}\n"


@cache
def _langid(language: str | None) -> str:
    """The name of a language in babel and biblatex, by which BibTeX and Pandoc choose rules."""
    name = Locale.parse(language).get_language_name("en") if language else None
    return (name or "").lower()


def _text(value: str | None) -> str:
    return " ".join((value or "").split()).translate(_SPECIAL)


def _address(url: str | None) -> str:
    """A link, in which braces would end the field; they are not valid in a link either."""
    return (url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


FORMAT = ExportFormat("bibtex", "BibTeX", ".bib", "application/x-bibtex", TABLES, write)
