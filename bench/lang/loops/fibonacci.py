"""The n-th Fibonacci number, its lowest 32 bits."""

import sys


def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) & 0xFFFFFFFF
    return a


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(fibonacci(n))


if __name__ == "__main__":
    main()
