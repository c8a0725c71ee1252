def repeat(s: str, n: int) -> str:
    return s * n


def main() -> None:
    print("a" + "b", "ab" * 3, 3 * "ab", repeat("x", 0), repeat("x", -1), repr("" + ""))
    s = ""
    for k in range(10):
        s += str(k)
    print(s, len(s), "=" * 20)
    s *= 2
    print(s)
    print("implicit " "concatenation" " works", ("a" "b").upper())


main()
