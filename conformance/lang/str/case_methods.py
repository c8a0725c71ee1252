def main() -> None:
    for s in ["hello World", "ABC", "abc", "straße", "ǅ", "İstanbul", "ﬁne", "o'neil x-ray"]:
        print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
        print(s.isupper(), s.islower(), s.istitle())


main()
