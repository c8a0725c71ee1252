def total(*numbers: int) -> int:
    return sum(numbers)


def longest(words: tuple[str, ...]) -> str:
    best = ""
    for word in words:
        if len(word) > len(best):
            best = word
    return best


def main() -> None:
    numbers: tuple[int, ...] = (1, 2, 3)
    numbers += (4, 5)
    print(total(*numbers), total(), longest(("a", "bcd", "ef")), longest(()))
    print(numbers[1:], numbers[-1], len(numbers))
    try:
        print(numbers[9])
    except IndexError as e:
        print(e)
    for i, n in enumerate(numbers):
        print(i, n, end=" ")
    print()


main()
