def pair() -> tuple[int, str]:
    return 1, "a"


def main() -> None:
    a, b, c = [1, 2, 3]
    print(a, b, c)
    first, *middle, last = [1, 2, 3, 4, 5]
    print(first, middle, last)
    *init, end = ["x", "y", "z"]
    print(init, end)
    head, *others = (1, "only")
    print(head, others)
    n, text = pair()
    (x, y), z = (1, 2), 3
    print(n, text, x, y, z)
    a, b = b, a
    print(a, b)
    for i, (p, q) in enumerate([(1, "u"), (2, "v")]):
        print(i, p, q)
    for k, *rest in [[1, 2, 3], [4]]:
        print(k, rest)
    numbers = [1, 2, 3]
    try:
        a, b = numbers
    except ValueError as e:
        print(e)
    try:
        a, b, *_ = numbers[:1]
    except ValueError as e:
        print(e)


main()
