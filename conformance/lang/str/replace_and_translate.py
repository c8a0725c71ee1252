def main() -> None:
    s = "banana"
    print(s.replace("a", "o"), s.replace("a", "o", 2), s.replace("", "-"), s.replace("an", ""))
    print(s.replace("x", "y"), s.replace("", "-", 3), s.replace("a", "aa"), s.replace("b", "", 0))
    table = str.maketrans("abn", "xyz")
    print(s.translate(table), s.translate(str.maketrans("", "", "n")))
    print(s.translate({ord("a"): "<A>", ord("b"): None}))


main()
