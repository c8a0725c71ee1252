def size(numbers: list) -> int:
    return len(numbers)
