def wrap(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    return lines


def main() -> None:
    text = "It is a truth universally acknowledged, that a programmer in need of a loop writes one."
    for width in [10, 24, 80]:
        for line in wrap(text, width):
            print(f"|{line:<{width}}|")
    print(wrap("", 5), wrap("word", 1))


main()
