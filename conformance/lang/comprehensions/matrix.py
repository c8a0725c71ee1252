def identity(n: int) -> list[list[int]]:
    return [[1 if r == c else 0 for c in range(n)] for r in range(n)]


def multiply(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def power(m: list[list[int]], n: int) -> list[list[int]]:
    result = identity(len(m))
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


def main() -> None:
    fib = [[1, 1], [1, 0]]
    for n in [0, 1, 2, 10, 90, 93, 150]:
        print(n, power(fib, n)[0][1])
    print(multiply([[1, 2, 3]], [[4], [5], [6]]), identity(3))


main()
