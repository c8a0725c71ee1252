def main() -> None:
    for s in ["", "a", "1", "½", "²", "٣", "a1", "A b", " ", "\t\n", "_x", "1x", "é", "日本"]:
        print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum())
        print(s.isspace(), s.isidentifier(), s.isascii(), s.isprintable())


main()
