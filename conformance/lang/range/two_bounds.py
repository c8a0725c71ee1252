"""Loops over ranges with two bounds, also where the bounds or the ints are wide."""

def main() -> None:
    big = 2**63
    for a in range(2, 5):
        print(a, end=" ")
    for a in range(5, 2, -1):
        print(a, end=" ")
    for a in range(5, 2):
        print("no")
    for a in range(big - 3, big + 2):
        print(a, end=" ")
    for a in range(-big - 2, -big + 2):
        print(a, end=" ")
    print([x for x in range(2**62 * 2 - 2, 2**63 + 1)], sum(x for x in range(3, 7)))
    for step in (2, -3, 1):
        print(list(x for x in range(1, 8, step)), [x for x in range(8, 1, step)])
    n = 3
    for i in range(1, n):
        n += 2
        print(i, n)
    try:
        for i in range(1, 5, n - n):
            print("no")
    except ValueError as e:
        print(e)
    for i, j in zip(range(1, 4), range(4, 9)):
        print(i * j, end=" ")
    for k, i in enumerate(range(3, 6), 2):
        print(k, i)


main()
