"""Digits of pi, one after another, by a spigot over big integers."""

import sys
from typing import Iterator


def pi_digits() -> Iterator[int]:
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            n = (q * (7 * k + 2) + r * m) // (t * m)
            q, r, t, k, m = q * k, (2 * q + r) * m, t * m, k + 1, m + 2


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    line = ""
    for i, digit in enumerate(pi_digits(), 1):
        line += str(digit)
        if i % 10 == 0 or i == count:
            print(f"{line:<10}\t:{i}")
            line = ""
        if i == count:
            break


if __name__ == "__main__":
    main()
