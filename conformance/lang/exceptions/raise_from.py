class ConfigError(Exception):
    pass


def load(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise ConfigError(f"bad number {text!r}") from e


def main() -> None:
    print(load("5"))
    try:
        load("five")
    except ConfigError as e:
        print(e, "|", repr(e.__cause__), e.__cause__ is e.__context__)
    try:
        try:
            raise KeyError("a")
        except KeyError:
            raise ValueError("b") from None
    except ValueError as e:
        print(repr(e), e.__cause__, repr(e.__context__), e.__suppress_context__)


main()
