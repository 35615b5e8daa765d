"""The method page as HTML: the method in words and the known failures."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words

DATA: Final = Path(__file__).resolve().parents[2] / "data"
Row = Mapping[str, str]
Section = tuple[str, tuple[str, ...]]

LEAD: Final = N_(
    "Rules, word lists and a small trained model read the articles. What is unknown stays empty, "
    "and each value keeps the rule or the model that made it."
)
SECTIONS: Final[tuple[Section, ...]] = (
    (
        N_("How a date is made"),
        (
            N_(
                "Words of time are read by patterns: a full date stands by itself; a relative one "
                "is counted from its anchor, which is the day of publication, an earlier date of "
                "the text, or a dated event of the text."
            ),
            N_(
                "The tense of the verb and words such as “last” and “next” decide whether it lies "
                "before or after."
            ),
            N_(
                "An event takes the date of its own sentence, else the date that the text around it"
                " holds on to, else one counted from another event, else, for news of the day, the "
                "day of publication. Where none of these holds it has no date: it is listed and "
                "counted, not drawn."
            ),
            N_("A date is never made finer than it is told: a year stays a year."),
        ),
    ),
    (
        N_("How a code is made"),
        (
            N_(
                "A trigger, which is a verb or a verbal noun, gives a category of PLOVER, a public "
                "code of political events: 16 categories from talks to assault. Its manual gives "
                "each a score from −10 to +10; that is the intensity here, and it belongs to the "
                "category, not to the single event."
            ),
            N_(
                "The model adds events whose words no rule knows, and says of every event how "
                "likely it is. It chooses only among the dates and parties that the rules read."
            ),
            N_(
                "Who does it to whom is read beside the trigger: a state, its capital, its "
                "officials or its bodies, “both countries”, or a subject that the sentence before "
                "has named."
            ),
            N_(
                "Negation, plans and conditions give the status: done, planned, denied or only "
                "considered."
            ),
            N_(
                "Reports of one happening are put together by their parties, category, dates and "
                "shared words; every source is kept."
            ),
        ),
    ),
    (
        N_("How a speaker is made"),
        (
            N_(
                "Words in quotation marks beside a verb of saying are a direct quote; words that "
                "such a verb leads in with “that” are an indirect one."
            ),
            N_(
                "The speaker is the subject of that verb. A title, a surname or a pronoun is led "
                "back to the person whom the article has named with it."
            ),
            N_("Where it is not clear who that is, the speaker stays unnamed."),
            N_(
                "The side is the state that the speaker acts for; the office is the one written "
                "beside the name."
            ),
        ),
    ),
)


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `data/<name>.csv`; lines that start with `#` are comments."""
    lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if line and not line.startswith("#")))


def lead(words: Words) -> str:
    """The method in one sentence."""
    return f'<p class="lead">{escape(words.t(LEAD))}</p>'


def section(content: Section, words: Words) -> str:
    """A heading with its paragraphs."""
    title, paragraphs = content
    body = "".join(f"<p>{escape(words.t(text))}</p>" for text in paragraphs)
    return f"<h2>{escape(words.t(title))}</h2>{body}"


def failures(words: Words) -> str:
    """The known failures, with an example of each."""
    items = "".join(
        f"<li><span>{escape(words.name(row, 'failure'))}</span>"
        f'<span lang="ar" dir="rtl" class="meta">{escape(row["example"])}</span></li>'
        for row in rows("known_failures")
    )
    title = escape(words.t("What is known to fail"))
    return f'<h2>{title}</h2><ul class="plain failures">{items}</ul>'
