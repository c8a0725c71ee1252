def longest(list: list[str]) -> str:
    max = ""
    for str in list:
        if len(str) > len(max):
            max = str
    return max


def id(n: int) -> int:
    return n * 7


def main() -> None:
    print(longest(["a", "ccc", "bb"]), id(6), max(1, 2), str(5))
    input = 3
    sum = 0
    for n in range(input):
        sum += n
    print(sum)


main()
