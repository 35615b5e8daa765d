"""What is said of an article beside its text: a sidecar in JSON, or front matter in YAML above the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import yaml

from alaqat.ingest.article_builder import Said
from alaqat.ingest.encoding import decoded
from alaqat.ingest.source_file import Part
from alaqat.model.errors import ArticleRefused

_FENCE: Final = "---\n"
_LONGEST: Final = 20_000  # characters of front matter
# Where a day of publication can be read
BASES: Final = ("sidecar", "metadata", "url", "dateline", "header", "feed", "reader")
_NOTHING: Final = ("", "~", "null")
_KNOWN: Final = ("published", "source", "title", "url", "language")


def sidecar(part: Part) -> list[Said]:
    """What the sidecar of `part` says, nothing where it has none; unknown keys are left alone."""
    beside = part.beside()
    if beside is None:
        return []
    try:
        data = json.loads(decoded(beside.whole(), beside.where).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ArticleRefused(
            f"{beside.where}: is not valid JSON ({error}); mend it or remove it"
        ) from error
    if not isinstance(data, dict):
        raise ArticleRefused(
            f'{beside.where}: should be an object such as {{"published": "2022-10-27"}}'
        )
    return [(_basis(data), _checked(data, beside.where))]


def front_matter(text: str, where: str) -> tuple[str, list[Said]]:
    """The text below its front matter, and what that says; a text without any is given back as it is."""
    begin = 1 if text.startswith("\ufeff") else 0
    if not text.startswith(_FENCE, begin):
        return text, []
    end = text.find("\n" + _FENCE, begin + len(_FENCE) - 1, begin + _LONGEST)
    if end < 0:
        return text, []
    try:
        # The base loader leaves every value as it is written: a day that does not exist is told as in a sidecar.
        data = yaml.load(text[begin + len(_FENCE) : end + 1], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ArticleRefused(
            f"{where}: its front matter is not valid YAML ({line}); mend it or remove it"
        ) from error
    if not isinstance(data, dict):
        raise ArticleRefused(f"{where}: its front matter should say such as published: 2022-10-27")
    told = {
        key: None if value in _NOTHING else value
        for key, value in data.items()
        if isinstance(key, str)
    }
    return text[end + 1 + len(_FENCE) :], [("sidecar", _checked(told, where))]


def _basis(data: Mapping[Any, Any]) -> str:
    """Where the day was first read, as a sidecar that we wrote ourselves says it."""
    told = data.get("published_basis")
    return told if told in BASES else "sidecar"


def _checked(data: Mapping[Any, Any], where: str) -> Mapping[str, Any]:
    """The fields we know, each text (or a day): the message then names the file that says otherwise."""
    for field in _KNOWN[1:]:
        if not isinstance(data.get(field), str | None):
            raise ArticleRefused(f"{where}: '{field}' should be text in quotation marks")
    return {field: data.get(field) for field in _KNOWN} | {"where": where}
