"""Settings from the environment over those of a file; the key from the environment only."""

from __future__ import annotations

import pytest

from alaqat.model.errors import AlaqatError
from alaqat.readers import ReaderMissing
from alaqat.readers.endpoint.endpoint_settings import EndpointSettings


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The settings file, named in the environment."""
    path = tmp_path / "endpoint.toml"
    monkeypatch.setenv("ALAQAT_ENDPOINT_FILE", str(path))
    return path


def test_the_environment_comes_before_the_file(file, monkeypatch):
    file.write_text('address = "http://a.example/v1"\nmodel = "m"\nbudget = 5\n')
    monkeypatch.setenv("ALAQAT_ENDPOINT_BUDGET", "7")
    settings = EndpointSettings.from_env()
    assert (settings.host, settings.model, settings.budget) == ("a.example", "m", 7)


def test_the_key_is_not_shown(file, monkeypatch):
    monkeypatch.setenv("ALAQAT_ENDPOINT_KEY", "secret-key")
    settings = EndpointSettings.from_env()
    assert settings.key == "secret-key"
    assert "secret-key" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('key = "secret-key"', "holds a key"),
        ("colour = 1", "colour is no setting"),
        ("model = ", "no readable TOML"),
        ('budget = "many"', "is no number"),
        ("concurrency = -1", "is below 0"),
    ],
)
def test_a_wrong_file_is_refused(file, text, problem):
    file.write_text(text)
    with pytest.raises(AlaqatError, match=problem) as raised:
        EndpointSettings.from_env()
    assert "secret-key" not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["ftp://a.example", "a.example", "http://me:word@a.example/v1", "http://"]
)
def test_an_address_that_cannot_be_used_is_refused(address):
    with pytest.raises(ReaderMissing) as raised:
        EndpointSettings(address, "m").check()
    assert "word" not in str(raised.value).replace("password", "")
