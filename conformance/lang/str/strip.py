def main() -> None:
    for s in ["  a b  ", "\t\nx\r\n", "xxaxx", "", "   ", "\u3000a\u00a0", "-=-a=-="]:
        print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
        print(repr(s.strip("x")), repr(s.strip("-=")), repr(s.rstrip("x ")), repr(s.strip("")))
    print("www.example.com".strip("cmowz."), "prefix_name".removeprefix("prefix_"))
    print("name.py".removesuffix(".py"), "name".removesuffix(""), "name".removeprefix("x"))


main()
