"""The start below a limit whose Collatz sequence is the longest."""

import sys


def longest(limit: int) -> tuple[int, int]:
    best = 0
    most = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > most:
            best = start
            most = steps
    return best, most


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(*longest(limit))


if __name__ == "__main__":
    main()
