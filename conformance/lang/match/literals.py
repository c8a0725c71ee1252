def name(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case -1:
            return "minus one"
        case 9223372036854775808:
            return "wide"
        case _ if n > 100:
            return "large"
        case _:
            return "other"


def command(text: str) -> str:
    match text.split():
        case []:
            return "nothing"
        case ["quit"]:
            return "bye"
        case ["go", direction]:
            return f"going {direction}"
        case ["get", first, *others]:
            return f"getting {first} and {len(others)} more"
        case [other]:
            return f"unknown {other}"
        case _:
            return "too much"


def main() -> None:
    print([name(n) for n in [0, 2, -1, 50, 101, 2**63]])
    for text in ["", "quit", "go north", "get a b c", "get x", "dance", "a b c"]:
        print(repr(text), command(text))


main()
