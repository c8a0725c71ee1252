def main() -> None:
    text = "x😀y😎z"
    print(text[1], text[1:4], text[3:], text[:-1], text[-2], text[::2])
    print(text.find("😎"), text.index("y"), text.rfind("z"), text.count("😀"))
    print(text.replace("😀", "-"), text.split("😎"), text.upper(), "😀" in text)
    print([i for i, c in enumerate(text) if ord(c) > 0xFFFF], text.center(9, "😀"))
    print(sorted(text), max(text), min(text), text < "x\uffff")


main()
