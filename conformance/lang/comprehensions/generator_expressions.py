def main() -> None:
    squares = (n * n for n in range(5))
    print(next(squares), next(squares), sum(squares), list(squares))
    print(sum(n for n in range(10) if n % 2), max(len(w) for w in ["a", "bbb"]))
    print(any(n > 3 for n in range(5)))
    print(",".join(str(n) for n in range(3)))
    print(dict((n, n + 1) for n in range(2)), tuple(n for n in "ab"))
    numbers = [1, 2, 3]
    lazy = (n * 10 for n in numbers)
    numbers.append(4)
    print(list(lazy), sorted(-n for n in numbers), set(n // 2 for n in numbers) == {0, 1, 2})


main()
