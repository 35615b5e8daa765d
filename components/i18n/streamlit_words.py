"""The words of Streamlit's own widgets, which has no translations, paired with Arabic ones."""

from __future__ import annotations

import json
from functools import cache
from typing import Final

from components.i18n.catalogue import N_
from components.i18n.words import Words

TEXTS: Final = (
    N_("Open"),
    N_("Clear value"),
    N_("Clear all"),
    N_("Select all"),
    N_("No results"),
    N_("No options to select"),
    N_("Choose options"),
    N_("Choose an option"),
    N_("Selected values"),
    N_("Selectbox options"),
    N_("Multiselect options"),
    N_("Pagination"),
    N_("Next page"),
    N_("Previous page"),
    N_("Choose date"),
    N_("Clear date"),
    N_("Clear entry"),
    N_("Upload"),
    N_("Add files"),
    N_("Drag and drop files here"),
    N_("Drag and drop a file here"),
    N_("{size} per file"),
    N_("Upload failed"),
    N_("Click to retry upload"),
    N_("Remove {name}"),
    N_("file upload"),
    N_("year, {label}"),
    N_("month, {label}"),
    N_("day, {label}"),
    N_("yyyy"),
    N_("mm"),
    N_("dd"),
    N_("Dismiss"),
    N_("{count} option available."),
    N_("{count} options available."),
    N_("Fullscreen: {name}"),
    N_("Close fullscreen: {name}"),
    N_("Download as SVG: {name}"),
    N_("Download as PNG: {name}"),
    N_("Fullscreen"),
    N_("Close fullscreen"),
    N_("Download as SVG"),
    N_("Download as PNG"),
    N_("Close"),
    N_("Connecting"),
    N_("Connection error"),
    N_("Connection timed out."),
    N_("Error"),
)


@cache
def table() -> str:
    """A JSON object of the English texts and their Arabic translations."""
    arabic = Words("ar")
    return json.dumps({text: arabic.t(text) for text in TEXTS}, ensure_ascii=False)
