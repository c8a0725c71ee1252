from itertools import groupby


def encode(text: str) -> str:
    return "".join(f"{len(list(group))}{char}" for char, group in groupby(text))


def decode(text: str) -> str:
    result = ""
    count = ""
    for c in text:
        if c.isdigit():
            count += c
        else:
            result += c * int(count)
            count = ""
    return result


def main() -> None:
    for text in ["", "a", "aaabbc", "zzzzzzzzzzzz", "😀😀x"]:
        packed = encode(text)
        print(text, packed, decode(packed) == text)


main()
