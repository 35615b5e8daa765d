"""Where the model is and how much may be asked of it: from the environment and a settings file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

from alaqat.model.errors import AlaqatError
from alaqat.model.settings import DATA, Settings
from alaqat.readers.protocol import ReaderMissing

PREFIX: Final = "ALAQAT_ENDPOINT"
KEY: Final = f"{PREFIX}_KEY"
_FILE: Final = DATA / "endpoint.toml"
_SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """Settings of the endpoint reader.

    - `address`: the base URL, as in `http://localhost:11434/v1` (ALAQAT_ENDPOINT).
    - `model`: the model's name (ALAQAT_ENDPOINT_MODEL).
    - `key`: sent as a bearer token; from ALAQAT_ENDPOINT_KEY only, never from a file, never shown.
    - `answers`: the folder of recorded answers (ALAQAT_ENDPOINT_ANSWERS; `answers/` in the store).
    - `budget`: tokens that a run may use, 0 for no limit.
    - `concurrency`: requests at a time.
    - `timeout`: seconds for one request; `attempts`: how often one is tried.
    - `part_length`: characters of an article that are sent at a time.
    - `price_in`, `price_out`: money for a million tokens sent and received, for the estimate.
    """

    address: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    answers: Path = Path()
    budget: int = 0
    concurrency: int = 4
    timeout: float = 180.0
    attempts: int = 4
    part_length: int = 6000
    price_in: float = 0.0
    price_out: float = 0.0

    @classmethod
    def from_env(cls) -> EndpointSettings:
        """The settings of the file ALAQAT_ENDPOINT_FILE (TOML); environment variables come first.

        Raises AlaqatError for an unknown setting, a wrong value, or a key in the file.
        """
        path = Path(os.environ.get(f"{PREFIX}_FILE") or _FILE)
        values = _read_file(path) | _read_environment()
        settings = {name: _converted(name, value) for name, value in values.items()}
        answers = settings.pop("answers", None) or Settings.from_env().store / "answers"
        return cls(**settings, answers=answers, key=os.environ.get(KEY, ""))

    @property
    def host(self) -> str:
        """The host that texts are sent to, for messages; "" where no address is set."""
        return parse_url(self.address).host or "" if self.address else ""

    def check(self) -> None:
        """Raise ReaderMissing if no model is named or the address cannot be used."""
        if not self.model:
            raise ReaderMissing(
                f"the endpoint reader needs a model: set {PREFIX} to an address such as "
                f"http://localhost:11434/v1 and {PREFIX}_MODEL to a name that it knows"
            )
        if self.address:
            _check_address(self.address)


def _check_address(address: str) -> None:
    try:
        url = parse_url(address)
    except HTTPError as error:
        raise ReaderMissing(f"{PREFIX} is no address of a server") from error
    if url.scheme not in _SCHEMES or not url.host:
        raise ReaderMissing(f"{PREFIX} must begin with http:// or https:// and name a host")
    if url.auth or url.query:
        raise ReaderMissing(f"{PREFIX} must hold no password and no query; put the key into {KEY}")


def _environment_name(name: str) -> str:
    return PREFIX if name == "address" else f"{PREFIX}_{name.upper()}"


def _read_environment() -> dict[str, Any]:
    values = {name: os.environ.get(_environment_name(name)) for name in _CONVERTERS}
    return {name: value for name, value in values.items() if value}


def _read_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AlaqatError(f"{path}: is no readable TOML ({error})") from error
    if "key" in values:
        raise AlaqatError(f"{path}: holds a key; delete it there and set {KEY} instead")
    if unknown := sorted(values.keys() - _CONVERTERS.keys()):
        raise AlaqatError(
            f"{path}: {', '.join(unknown)} is no setting; use {', '.join(_CONVERTERS)}"
        )
    return values


def _converted(name: str, value: Any) -> Any:
    try:
        converted = _CONVERTERS[name](value)
    except (TypeError, ValueError) as error:
        raise AlaqatError(f"{_environment_name(name)}: {value!r} is no number") from error
    if isinstance(converted, int | float) and converted < 0:
        raise AlaqatError(f"{_environment_name(name)}: {value!r} is below 0")
    return converted


_CONVERTERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    setting.name: {"int": int, "float": float, "Path": Path}.get(str(setting.type), str)
    for setting in fields(EndpointSettings)
    if setting.name != "key"
}
