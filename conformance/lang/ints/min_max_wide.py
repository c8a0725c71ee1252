def clamp(n: int, low: int, high: int) -> int:
    return max(low, min(n, high))


def main() -> None:
    print(clamp(5, 0, 10), clamp(-5, 0, 10), clamp(2**70, 0, 10), clamp(-(2**70), -(2**65), 0))
    print(max(2**63, 2**63 - 1), min(-(2**63), -(2**63) - 1), max([2**64, 5, 2**65]))
    print(max(3, 1, 2), min(3, 1, 2), max(-1, -(2**64)))


main()
