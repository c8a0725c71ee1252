def main() -> None:
    for text in ["", "a'b", 'a"b', "a'b\"c", "tab\t", "line\n", "\\", "\r\x00\x7f", "\x80\xa0é"]:
        print(repr(text), len(text), ascii(text))
    for text in ["\u200b", "\ufeff", "\u2028", "日", "\U0001f600", "\U000e0001", "\xad"]:
        print(repr(text), ascii(text))
    print(["it's", 'say "x"'], ("a\nb",), {"k'": "v"})


main()
