"""The sum of the greatest common divisors of all pairs below a limit, by Euclid."""

import sys


def gcd(a: int, b: int) -> int:
    while b != 0:
        a, b = b, a % b
    return a


def total(limit: int) -> int:
    result = 0
    for a in range(1, limit):
        for b in range(1, a):
            result += gcd(a, b)
    return result


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(total(limit))


if __name__ == "__main__":
    main()
