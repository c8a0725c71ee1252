def main() -> None:
    lists = [[], [1], [1, 2], [2], [1, 3], [0, 9]]
    for a in lists:
        print([a < b for b in lists], [a <= b for b in lists], [a == b for b in lists])
    print(sorted(lists), max(lists), [1.0, 2.0] == [1, 2], ["a"] == ["b"])


main()
