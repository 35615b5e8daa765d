"""The versions of a quote: quotes of one group on one card, with the words in which they differ.

Rows are those of `quote_card.joined`; `alaqat.build.frame_builder` assigns `group_id` and
`lead_rank`. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz.distance import Indel

from components.html.passages import origin
from components.i18n.escape import escape
from components.i18n.words import Words

Link = Callable[..., str]
Row = Mapping[str, Any]

LONGEST: Final = 400  # words; a longer version is shown without comparison


@dataclass(frozen=True, slots=True)
class Saying:
    """A group of quotes on one card: the leading quote and the others, which say the same."""

    lead: Row
    others: tuple[Row, ...] = ()

    @property
    def elsewhere(self) -> list[Row]:
        """The other quotes that are not from the leading quote's article."""
        return [row for row in self.others if row["article_id"] != self.lead["article_id"]]


def sayings(rows: Sequence[Row], *, chosen: str | None = None) -> list[Saying]:
    """The rows of each group as one card, in the order of the rows that lead them.

    The chosen quote leads its group, else the one with the lowest `lead_rank`.
    """
    groups: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        groups.setdefault(str(row["group_id"]), []).append(index)

    def lead_order(index: int) -> tuple[bool, int]:
        return rows[index]["quote_id"] != chosen, rows[index]["lead_rank"]

    leads = {min(indices, key=lead_order): indices for indices in groups.values()}
    return [
        Saying(rows[lead], tuple(rows[index] for index in leads[lead] if index != lead))
        for lead in sorted(leads)
    ]


def differences(first: str, second: str) -> str:
    """`second` as HTML, words that are not in `first` in <ins>, words only of `first` in <del>."""
    old, new = first.split(), second.split()
    if max(len(old), len(new)) > LONGEST:
        return escape(second)
    pieces: list[tuple[str, list[str]]] = []
    for step in Indel.opcodes(old, new):
        words = (
            new[step.dest_start : step.dest_end]
            if step.tag != "delete"
            else old[step.src_start : step.src_end]
        )
        pieces.append((step.tag, words))
    return " ".join(_piece(tag, words) for tag, words in pieces)


def _piece(tag: str, words: Iterable[str]) -> str:
    name, text = {"insert": "ins", "delete": "del"}.get(tag), escape(" ".join(words))
    return f"<{name}>{text}</{name}>" if name else text


def html(saying: Saying, words: Words, link: Link) -> str:
    """The other versions, folded under the names of their outlets; empty for a single quote."""
    if not saying.others:
        return ""
    items = "".join(_version(row, saying.lead, words, link) for row in saying.others)
    return (
        f'<details class="quote-versions"><summary>{escape(outlets(saying, words))}</summary>'
        f'<p class="meta">{_key(words)}</p><ol class="plain">{items}</ol></details>'
    )


def outlets(saying: Saying, words: Words) -> str:
    """The other articles: `Also in 2 articles: Outlet A, Outlet B`."""
    elsewhere = saying.elsewhere
    if not elsewhere:
        return words.t("Said again in the same article")
    count = len({row["article_id"] for row in elsewhere})
    names = dict.fromkeys(row["source"] or words.t("outlet not stated") for row in elsewhere)
    also = words.n("Also in {count} article", "Also in {count} articles", count)
    return words.t("{told}: {names}", told=also, names=words.join(names))


def _key(words: Words) -> str:
    """The meaning of the two marks of a comparison."""
    title = escape(words.t("compared with the words above"))
    only, lacking = escape(words.t("only here")), escape(words.t("not here"))
    return f"{title}: <ins>{only}</ins> · <del>{lacking}</del>"


def _version(row: Row, lead: Row, words: Words, link: Link) -> str:
    same = str(row["text"]).split() == str(lead["text"]).split()
    text = escape(row["text"]) if same else differences(str(lead["text"]), str(row["text"]))
    href = escape(link("articles", article=row["article_id"], quote=row["quote_id"]))
    notes = [origin(row, words)]
    notes += [escape(words.t("word for word the same"))] if same else []
    notes += [] if row["speaker"] or row["speaker_ar"] else [escape(words.t("speaker not named"))]
    notes.append(f'<a href="{href}" target="_self">{escape(words.t("Read in the article"))}</a>')
    return f'<li><p lang="ar" dir="rtl">{text}</p><p class="meta">{" · ".join(notes)}</p></li>'
