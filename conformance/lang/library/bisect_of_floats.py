"""Where floats belong in a sorted list."""

import bisect


def main() -> None:
    nan = float("nan")
    inf = float("inf")
    sums = [-inf, -1.5, -0.0, 0.0, 0.25, 0.25, 0.25, 1.0, inf]
    for x in (-inf, -2.0, -0.0, 0.0, 0.1, 0.25, 0.3, 1.0, 1e300, inf, nan):
        print(x, bisect.bisect_left(sums, x), bisect.bisect_right(sums, x), bisect.bisect(sums, x))
        print(bisect.bisect(sums, x, 2), bisect.bisect_left(sums, x, 1, 5))
    unordered = [nan, 1.0, nan, 2.0]
    print(bisect.bisect(unordered, 1.5), bisect.bisect_left(unordered, nan))
    empty: list[float] = []
    print(bisect.bisect(empty, 1.0), bisect.bisect_left(empty, nan))
    try:
        bisect.bisect(sums, 1.0, -1)
    except ValueError as error:
        print(error)
    try:
        print(bisect.bisect(sums, 2.0, 0, 40))
    except IndexError as error:
        print(error)
    bisect.insort(sums, 0.25)
    bisect.insort_left(sums, 0.5)
    print(sums)


main()
