def average(numbers: list[int]) -> float:
    assert len(numbers) > 0, "no numbers"
    return sum(numbers) / len(numbers)


print(average([1, 2]))
print(average([]))
