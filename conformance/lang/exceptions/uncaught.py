def inner(items: list[int]) -> int:
    return items[3]


def outer() -> int:
    return inner([1, 2]) + 1


print("before")
print(outer())
print("never")
