def attempt(spec: str, value: int) -> None:
    try:
        print(format(value, spec))
    except ValueError as e:
        print(spec, "ValueError", e)


def attempt_str(spec: str, value: str) -> None:
    try:
        print(format(value, spec))
    except ValueError as e:
        print(spec, "ValueError", e)


def main() -> None:
    for spec in ["d", "q", ".2d", "5s", "z", ",x", "=5", "_d", "c"]:
        attempt(spec, 97)
    for spec in ["s", "d", "=5", "+", ",", "5.1", "x"]:
        attempt_str(spec, "text")


main()
