"""A sum of products that stays within 64 bits."""

import sys


def products(n: int) -> int:
    total = 0
    for i in range(n):
        total += i * (i - 3)
    return total


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(sum([products(n - i) for i in range(20)]))


if __name__ == "__main__":
    main()
