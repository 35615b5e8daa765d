"""The settings of the environment."""

from pathlib import Path

import pytest

from alaqat.model import settings
from alaqat.model.settings import Settings

NAMES = (
    "DATA",
    "STORE",
    "CORRECTIONS",
    "RECOGNIZER",
    "MODEL",
    "READER",
    "ARTICLE_SECONDS",
    "FILE_SECONDS",
    "FILE_MEGABYTES",
)


def test_without_variables_the_defaults_hold(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(f"ALAQAT_{name}", raising=False)
    assert Settings.from_env() == Settings()
    assert (Settings().article_seconds, Settings().file_seconds, Settings().file_megabytes) == (
        60,
        20,
        500,
    )
    assert settings.DEFAULT_READER == "rules+trained"


def test_each_variable_sets_its_value(monkeypatch):
    for number, name in enumerate(NAMES):
        monkeypatch.setenv(f"ALAQAT_{name}", str(number))
    paths = [Path(str(number)) for number in range(5)]
    assert Settings.from_env() == Settings(
        *paths[:3],
        recognizer="3",
        model=paths[4],
        reader="5",
        article_seconds=6,
        file_seconds=7,
        file_megabytes=8,
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0", 0), ("0.5", 0.5), ("-1", 60), ("inf", 60), ("nan", 60), ("x", 60), ("", 60)],
)
def test_a_limit_is_a_finite_number_from_nought_on(text, seconds, monkeypatch):
    monkeypatch.setenv("ALAQAT_ARTICLE_SECONDS", text)
    assert Settings.from_env().article_seconds == seconds
