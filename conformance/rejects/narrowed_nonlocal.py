def total() -> int:
    count: int | None = 1

    def reset() -> None:
        nonlocal count
        count = None

    if count is None:
        return 0
    reset()
    return count + 1  # error: KR313


print(total())
