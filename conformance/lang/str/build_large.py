def main() -> None:
    parts: list[str] = []
    text = ""
    for k in range(2000):
        text += chr(97 + k % 26)
        parts.append(chr(97 + k % 26))
    print(len(text), text == "".join(parts), text[:30], text.count("z"))
    print(hash(text) == hash("".join(parts)), text[1990:])


main()
