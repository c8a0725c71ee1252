def halves(n: int) -> tuple[int, int]:
    return n >> 64, n & (2**64 - 1)


def join(high: int, low: int) -> int:
    return (high << 64) | low


def swap(pair: tuple[int, int]) -> tuple[int, int]:
    a, b = pair
    return b, a


def main() -> None:
    n = 0x0123456789ABCDEF_FEDCBA9876543210
    high, low = halves(n)
    print(high, low, join(high, low) == n)
    print(swap((high, low)), swap(swap((2**70, 1))))
    print([halves(k * 2**60) for k in range(0, 40, 8)])


main()
