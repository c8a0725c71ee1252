"""Spectral norm of an infinite matrix, cut at n, by the power method."""

import math
import sys


def entry(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: list[float]) -> list[float]:
    n = len(v)
    return [sum((entry(i, j) * v[j] for j in range(n)), 0.0) for i in range(n)]


def times_transposed(v: list[float]) -> list[float]:
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j, x in enumerate(v):
            total += entry(j, i) * x
        result.append(total)
    return result


def spectral_norm(n: int) -> float:
    u = [1.0] * n
    v = u
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    vbv = sum((a * b for a, b in zip(u, v)), 0.0)
    vv = sum((b * b for b in v), 0.0)
    return math.sqrt(vbv / vv)


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print(f"{spectral_norm(n):.9f}")


if __name__ == "__main__":
    main()
