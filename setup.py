"""Builds the wheel: the package `alaqat` with its word lists, rules, model, seeds and fonts in it.

Everything else about the package is in pyproject.toml. The dashboard is not in the wheel.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import find_packages, setup

# folder in the package → folder of the repository, and the files of it
HOME = {
    "alaqat.home.data": (
        "data",
        ["*.csv", "lexicon/*", "chronologies/*", "rules/**/*", "prompts/*", "models/**/*"],
    ),
    "alaqat.home.seeds": ("seeds", ["*"]),
    "alaqat.home.static": ("static", ["fonts/*"]),
}


def requirements() -> list[str]:
    """The pins of requirements.txt."""
    lines = Path(__file__).with_name("requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" #")[0] for line in lines if line and line[0] not in "#-"]


setup(
    packages=[*find_packages(include=["alaqat", "alaqat.*"]), *HOME],
    package_dir={"": ".", **{name: folder for name, (folder, _) in HOME.items()}},
    package_data={
        "alaqat": ["py.typed"],
        "alaqat.export": ["story_files/*"],
        **{name: files for name, (_, files) in HOME.items()},
    },
    exclude_package_data={"alaqat.home.data": ["corrections.csv"]},
    install_requires=requirements(),
)
