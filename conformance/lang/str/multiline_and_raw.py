TEXT = """first
  second "quoted"
third \
continued
"""


def main() -> None:
    print(TEXT)
    print(TEXT.splitlines(), r"raw\n\d", R"\\", 'single "double"', "tab\there")
    print("\x41\u0042\U00000043\103\N{LATIN SMALL LETTER A}", "a\
b", len(r"\n"), '''x
y''')


main()
