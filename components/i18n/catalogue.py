"""The gettext catalogues: `locale/<language>/*.po`, compiled in memory when first needed.

A message is named by its English original; English has no catalogue.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Final = ("ar", "en")
LOCALE: Final = Path(__file__).parent / "locale"


@cache
def catalogs(lang: str) -> tuple[Catalog, ...]:
    """The `.po` files of a language, each with its own header and plural rule."""
    return tuple(
        read_po(BytesIO(path.read_bytes()), locale=lang)
        for path in sorted((LOCALE / lang).glob("*.po"))
    )


@cache
def translations(lang: str) -> NullTranslations:
    """The compiled translations of a language; without a catalogue, the messages themselves."""
    merged = NullTranslations()
    for catalog in catalogs(lang):
        compiled = _compiled(catalog)
        compiled.add_fallback(merged)
        merged = compiled
    return merged


def _compiled(catalog: Catalog) -> GNUTranslations:
    binary = BytesIO()
    write_mo(binary, catalog)
    binary.seek(0)
    return GNUTranslations(binary)


def endonym(lang: str) -> str:
    """A language's own name for itself."""
    return Locale(lang).get_display_name(lang) or lang


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a message translated later
    """Mark a constant as a message that is translated where it is shown."""
    return message
