"""Places among numbers that are held without boxes, and among others."""

import bisect
import random


def main() -> None:
    random.seed(5)
    for n in range(60):
        fs = sorted(random.randrange(8) / 2 for _ in range(n))
        ns = sorted(random.randrange(8) for _ in range(n))
        ws = sorted([2**70, *ns])
        x = random.randrange(9) / 2
        k = random.randrange(9)
        print(bisect.bisect(fs, x), bisect.bisect_left(fs, x), bisect.bisect(ns, k))
        print(bisect.bisect_left(ns, k), bisect.bisect(ws, k), bisect.bisect_left(ws, 2**70))
        print(bisect.bisect(ns, k, 2, 3) if n > 3 else "", bisect.bisect(fs, x, 1, None))
    print(bisect.bisect([1.0, float("nan"), 3.0], 2.0), bisect.bisect_left([1.0], float("nan")))
    bisect.insort(fs, 0.25)
    print(fs)
    for bad in (lambda: bisect.bisect([1, 2], 1, 0, 9), lambda: bisect.bisect([1.0], 1.0, -1)):
        try:
            print(bad())
        except (IndexError, ValueError) as e:
            print(type(e), e)


main()
