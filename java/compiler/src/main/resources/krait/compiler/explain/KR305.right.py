def size(numbers: list[int]) -> int:
    return len(numbers)
