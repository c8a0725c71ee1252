def main() -> None:
    it = iter([1, 2, 3])
    print(next(it), list(it), next(it, 0))
    print(list(enumerate("ab")), list(enumerate("ab", 5)))
    print(list(zip([1, 2], "abc", (True, False))))
    print(list(map(lambda x: x * 2, [1, 2])), list(filter(lambda x: x > 1, [1, 2, 3])))
    print(list(reversed([1, 2, 3])), list(map(str, range(3))))
    print(list(filter(None, [0, 1])))
    pairs = zip([1, 2, 3], "abc")
    print(next(pairs), dict(pairs))
    for (a, b), c in zip(zip([1, 2], [3, 4]), [5, 6]):
        print(a, b, c)
    try:
        print(list(zip([1], [1, 2], strict=True)))
    except ValueError as e:
        print(e)
    print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(iter({"k": 1})))


main()
