"""The error of `max` of nothing is the builtin's, not the expression's."""


def largest(rows: list[list[int]]) -> int:
    return max(max(x for x in row) for row in rows)


print(largest([[1, 3], [2]]))
print(largest([[1], []]))
