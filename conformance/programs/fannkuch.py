"""Most flips of the first element's prefix, over all permutations."""

import sys


def flips_of(permutation: list[int]) -> int:
    flips = 0
    work = permutation[:]
    first = work[0]
    while first:
        work[: first + 1] = work[first::-1]
        flips += 1
        first = work[0]
    return flips


def fannkuch(n: int) -> tuple[int, int]:
    permutation = list(range(n))
    counts = [0] * n
    most = 0
    checksum = 0
    even = True
    level = n
    while True:
        while level > 1:
            counts[level - 1] = level
            level -= 1
        if permutation[0]:
            flips = flips_of(permutation)
            most = max(most, flips)
            checksum += flips if even else -flips
        even = not even
        while True:
            if level == n:
                return checksum, most
            permutation.insert(level, permutation.pop(0))
            counts[level] -= 1
            if counts[level] > 0:
                break
            level += 1


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    checksum, most = fannkuch(n)
    print(checksum)
    print(f"flips({n}) = {most}")


if __name__ == "__main__":
    main()
