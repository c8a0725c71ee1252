import math
from typing import Callable


def attempt(name: str, function: Callable[[float], float], x: float) -> None:
    try:
        print(name, function(x))
    except ValueError as e:
        print(name, "ValueError")
        assert str(e)
    except OverflowError as e:
        print(name, "OverflowError", e)


def main() -> None:
    attempt("sqrt", math.sqrt, -1.0)
    attempt("log", math.log, 0.0)
    attempt("log", math.log, -5.0)
    attempt("exp", math.exp, 1000.0)
    attempt("acos", math.acos, 2.0)
    attempt("sqrt", math.sqrt, 16.0)
    attempt("sin", math.sin, 0.0)


main()
