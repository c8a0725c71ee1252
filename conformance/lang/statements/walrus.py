import re


def main() -> None:
    if (n := 5) > 3:
        print(n)
    while (n := n - 1) > 2:
        print("loop", n)
    print([y for x in range(5) if (y := x * x) % 2 == 0])
    if (match := re.match(r"(\w+)@(\w+)", "ada@home")) is not None:
        print(match.group(1), match.group(2))
    print((total := 3) + total, n)


main()
