def main() -> None:
    a = [1, 2]
    b = (3, 4)
    print([*a, *b], (*a, *b), {*a, *b} == {1, 2, 3, 4}, {**{"x": 1}, **{"y": 2}})
    print([0, *range(3), *"ab".upper().lower().encode()], [*{"k": 1}], [*a, *a])
    first, *rest = *a, *b
    print(first, rest)
    for x in *a, *b:
        print(x, end=" ")
    print(max(*a, *b), print.__name__)


main()
