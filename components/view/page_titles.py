"""The pages by their path in the URL, with their titles as message ids."""

from __future__ import annotations

from typing import Final

from components.i18n.catalogue import N_

# pages of the bar; the first is the default page, which Streamlit serves at the root
TITLES: Final = {
    "overview": N_("Overview"),
    "timeline": N_("Timeline"),
    "quotes": N_("Quotes"),
    "network": N_("Network"),
    "articles": N_("Articles"),
    "sources": N_("Sources"),
    "method": N_("Method"),
}
# pages that are opened by links and are not in the bar
LINKED: Final = {
    "person": N_("Person, body or place"),
    "story": N_("Story"),
    "correct": N_("Correct"),
    "rule": N_("Rule"),
    "reference": N_("Reference chronology"),
}
PAGES: Final = {**TITLES, **LINKED}
FIRST: Final = next(iter(TITLES))


def path(page: str) -> str:
    """The path of a page in links: "" for the first page, else its name."""
    return "" if page == FIRST else page
