"""`krait build`: one wheel with the jars and the Python package."""

from collections.abc import Sequence
from pathlib import Path


def build() -> Path:
    return Path(__file__)


def command(arguments: Sequence[str]) -> None:
    build()
