"""Metadata that is given with a text: a JSON sidecar, or YAML front matter above the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import yaml

from alaqat.arabic.encoding import decode
from alaqat.ingest.article_builder import Metadata
from alaqat.ingest.source_file import SourceFile
from alaqat.model.errors import ArticleRefused

_FENCE: Final = "---\n"
_LONGEST: Final = 20_000  # characters of front matter
# The possible sources of a day of publication.
BASES: Final = ("sidecar", "metadata", "url", "dateline", "header", "feed", "reader")
_NULLS: Final = ("", "~", "null")
_TEXT_FIELDS: Final = ("source", "title", "url", "language")


def read_sidecar(file: SourceFile) -> list[Metadata]:
    """The metadata of the sidecar of `file`, empty if it has none. Unknown keys are ignored."""
    sidecar = file.sidecar()
    if sidecar is None:
        return []
    try:
        data = json.loads(decode(sidecar.read_all(), sidecar.where).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ArticleRefused(
            f"{sidecar.where}: is not valid JSON ({error}); mend it or remove it"
        ) from error
    if not isinstance(data, dict):
        raise ArticleRefused(
            f'{sidecar.where}: should be an object such as {{"published": "2022-10-27"}}'
        )
    return [(_basis(data), _known_fields(data, sidecar.where))]


def split_front_matter(text: str, where: str) -> tuple[str, list[Metadata]]:
    """The text below its front matter, and the metadata in it; all of the text if there is none."""
    begin = 1 if text.startswith("\ufeff") else 0
    if not text.startswith(_FENCE, begin):
        return text, []
    end = text.find("\n" + _FENCE, begin + len(_FENCE) - 1, begin + _LONGEST)
    if end < 0:
        return text, []
    data = _parse_yaml(text[begin + len(_FENCE) : end + 1], where)
    fields = {
        key: None if value in _NULLS else value
        for key, value in data.items()
        if isinstance(key, str)
    }
    return text[end + 1 + len(_FENCE) :], [("sidecar", _known_fields(fields, where))]


def _parse_yaml(front_matter: str, where: str) -> Mapping[Any, Any]:
    try:
        # The base loader leaves all values as text, so that dates are checked as in a sidecar.
        data = yaml.load(front_matter, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ArticleRefused(
            f"{where}: its front matter is not valid YAML ({line}); mend it or remove it"
        ) from error
    if not isinstance(data, dict):
        raise ArticleRefused(f"{where}: its front matter should say such as published: 2022-10-27")
    return data


def _basis(data: Mapping[Any, Any]) -> str:
    """The basis of the day in a sidecar that a preview wrote; "sidecar" for any other."""
    basis = data.get("published_basis")
    return basis if basis in BASES else "sidecar"


def _known_fields(data: Mapping[Any, Any], where: str) -> Mapping[str, Any]:
    """The fields of an article, with `where` for messages; raises ArticleRefused if one is no text.

    The day is not checked here.
    """
    for field in _TEXT_FIELDS:
        if not isinstance(data.get(field), str | None):
            raise ArticleRefused(f"{where}: '{field}' should be text in quotation marks")
    return {field: data.get(field) for field in ("published", *_TEXT_FIELDS)} | {"where": where}
