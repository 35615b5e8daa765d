"""What a build is given and what becomes of it: nothing is lost, nothing counted twice, all of it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from alaqat import store
from alaqat.build.deduplication import Copy, Settled
from alaqat.model.records import Article


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is: `done` of `of` (0: nobody knows yet), and the article or refusal it was about."""

    kind: Literal["read", "refuse", "annotate", "merge", "write"]
    done: int = 0
    of: int = 0
    name: str = ""


Tell = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: of what was given, `found` = `added` + `copies` + `refused`; `articles` are in the store now.

    `build` is None where there was nothing to publish. `removed` and `warnings` are sentences, as are `refused`: an
    article that was in the store before and cannot be annotated any more stays in it bare, with a warning.
    """

    build: store.Build | None
    found: int
    added: int
    articles: int
    copies: tuple[Copy, ...] = ()
    refused: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def silent(_: Step) -> None:
    """Tell nobody."""


def batches(root: Path) -> list[list[Article]]:
    """What the current build of a store was made of: older versions, then all else: what is current stays so."""
    told = store.texts(root)
    words = {row["article_id"]: row["text"] for row in told["articles"]}
    current = [_article(row, row["article_id"], row["text"]) for row in told["articles"]]
    older: list[Article] = []
    for row in told["copies"]:
        batch = older if row["kind"] == "version" else current
        batch.append(_article(row, row["copy_id"], row["text"] or words[row["article_id"]]))
    return [older, current]


def _article(row: Mapping[str, Any], key: str, text: str) -> Article:
    known: dict[str, Any] = {field.name: row.get(field.name) for field in fields(Article)}
    day = None if known["published"] is None else known["published"].date()
    return Article(**known | {"id": key, "text": text, "published": day})


def counted(
    before: Sequence[Sequence[Article]],
    given: Sequence[Article],
    settled: Settled,
    refused: Sequence[str],
    broken: Mapping[str, str],
) -> Outcome:
    """What became of each article given: it is in the store, a copy of one there, or refused."""
    known = {copy.article: copy for copy in settled.copies}
    linked = {copy.article.id: copy for copy in settled.copies if copy.kind != "same-text"}
    first = {article.id: article for batch in before for article in batch}
    old = set(first)
    added, copies, failed = 0, [], []
    for article in given:
        if article.id in broken and article.id not in old:
            failed.append(broken[article.id])
        elif article in known:
            copies.append(known[article])
        elif article.id in linked:
            copies.append(replace(linked[article.id], article=article))
        elif article.id in first:
            copies.append(Copy(article, first[article.id], "same-text"))
        else:
            added += 1
            first[article.id] = article
    warnings = tuple(broken[key] for key in sorted(broken) if key in old)
    everything = len(given) + len(refused)
    return Outcome(
        None,
        everything,
        added,
        len(settled.kept),
        tuple(copies),
        (*refused, *failed),
        warnings=warnings,
    )


def summary(outcome: Outcome) -> str:
    """One line: what the store holds now, and that nothing given was lost."""
    counts = outcome.build.manifest["counts"] if outcome.build else {}
    shown = ", ".join(
        f"{counts.get(name, 0)} {name}" for name in ("articles", "events", "quotes", "entities")
    )
    given = (
        f"{outcome.added} stored + {len(outcome.copies)} copies + {len(outcome.refused)} refused"
    )
    name = outcome.build.id if outcome.build else "none"
    return f"build {name}: {shown}; {outcome.found} in = {given}"


def account(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON types."""
    plain = {name: getattr(outcome, name) for name in ("found", "added", "articles")}
    said = {name: list(getattr(outcome, name)) for name in ("refused", "removed", "warnings")}
    copies = [
        {
            "kind": copy.kind,
            "copy_id": copy.article.id,
            "article_id": copy.kept.id,
            "name": copy.article.name,
            "kept": copy.kept.name,
            "source": copy.article.source,
            "url": copy.article.url,
            "said": str(copy),
        }
        for copy in outcome.copies
    ]
    return (
        {"build": outcome.build.id if outcome.build else None} | plain | {"copies": copies} | said
    )
