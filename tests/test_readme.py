"""What the README tells a newcomer to type and look at is there."""

import re

import pytest

from alaqat.cli import _parser
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"python -m alaqat ([a-z]+[^\n`(]*)", README)))


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"\bmake (run|test|bench|[a-z]+)(?= PORT|`|\n)", README)))
)
def test_every_make_target_exists(target):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command):
    assert _parser().parse_args(command.replace("‎", "").split()).run


@pytest.mark.parametrize(
    "path",
    sorted(
        {
            *re.findall(r"^    ([a-z./]+)  ", README, re.MULTILINE),
            *re.findall(r"\]\((\w[\w./-]+)", README),
        }
    ),
)
def test_every_path_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:alaqat|components)/[\w./]+)`", README)))
)
def test_every_module_exists(path):
    assert (ROOT / path).exists() or (ROOT / f"{path}.py").exists()


def test_continuous_integration_runs_the_readme_command():
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec make test")
