def total(numbers: list) -> int:  # error: KR305
    return len(numbers)


print(total([1]))
