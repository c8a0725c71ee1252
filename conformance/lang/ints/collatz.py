def steps(n: int) -> int:
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main() -> None:
    longest = max(range(1, 3000), key=steps)
    print(longest, steps(longest))
    print(steps(27), steps(2**60), steps(2**63 - 1), steps(10**30 + 1))


main()
