"""The English name of an office as an article writes it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from alaqat.arabic.document import prepare
from alaqat.entities import roles, titles
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.spans import OfficeSpan
from alaqat.model.records import Article

TITLE_AND_STATE: Final = 2  # words of a title with an adjective («الممثل الأمريكي»)


@lru_cache(maxsize=20_000)
def english_office(text: str) -> str | None:
    """«وزير الدفاع التركي» is "Turkish Minister of Defence".

    None if the lists do not read it whole.
    The representative of an unlisted body has no English name: only the state would be left.
    """
    matches = ListMatches(prepare(Article("office", text, None)))
    if 0 not in matches.titles:
        return None
    office, stop, _ = titles.read(matches, 0)
    has_more = stop > TITLE_AND_STATE and _is_of_unlisted_body(office)
    if stop < len(matches.words) or has_more:
        return None
    return roles.composed(matches.text, office) or None


def _is_of_unlisted_body(office: OfficeSpan) -> bool:
    has_area = office.portfolio or office.body or office.inner
    return office.role_en in roles.SERVING_ROLES and not has_area
