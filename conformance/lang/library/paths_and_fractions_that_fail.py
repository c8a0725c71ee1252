"""Which of two faults is told, and with which numbers."""

from fractions import Fraction
from pathlib import PurePosixPath


def named(path: str, name: str) -> None:
    try:
        print(PurePosixPath(path).with_name(name))
    except ValueError as e:
        print(e)


for path in ("a/b", "/", ""):
    for name in ("x", "", ".", "c/d"):
        named(path, name)


def divided(a: Fraction, b: Fraction) -> None:
    try:
        print(a / b)
    except ZeroDivisionError as e:
        print(e)


for top in (4, -1, 0):
    divided(Fraction(top, 3), Fraction(0))
    try:
        print(top / Fraction(0))
    except ZeroDivisionError as e:
        print(e)
