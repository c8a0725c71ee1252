"""Products of float and of int matrices."""

import sys


def float_matrix(n: int, seed: int) -> list[list[float]]:
    return [[(i - j) * (i + j + seed) / n / n for j in range(n)] for i in range(n)]


def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    columns = [list(column) for column in zip(*b)]
    result = []
    for row in a:
        out = []
        for column in columns:
            total = 0.0
            for x, y in zip(row, column):
                total += x * y
            out.append(total)
        result.append(out)
    return result


def multiply_ints(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
    n, m, p = len(a), len(b), len(b[0])
    result = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0
            for k in range(m):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    a = float_matrix(n, 1)
    b = float_matrix(n, 2)
    c = multiply(a, b)
    print(f"{c[n // 2][n // 3]:.12f} {sum((sum(row, 0.0) for row in c), 0.0):.3f}")
    d = [[i * j + 1 for j in range(n)] for i in range(n)]
    e = multiply_ints(d, d)
    print(e[n - 1][n - 1], sum(sum(row) for row in e))
    big = multiply_ints(multiply_ints(e, e), e)
    print(big[n - 1][n - 1])


if __name__ == "__main__":
    main()
