import math


def convert(x: float) -> None:
    try:
        print(x, int(x), math.floor(x), math.ceil(x), math.trunc(x), round(x))
    except (OverflowError, ValueError) as e:
        print(x, type(e).__name__, e)


def main() -> None:
    for x in [0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -1.5, 1e10, 1e18, 1e19, -1e30, 9.007199254740993e15]:
        convert(x)
    convert(math.inf)
    convert(-math.inf)
    convert(math.nan)


main()
