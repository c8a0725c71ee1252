def main() -> None:
    errors: list[BaseException] = [
        ValueError(),
        ValueError("one"),
        ValueError("one", 2),
        KeyError("key"),
        KeyError("a", "b"),
        IndexError(5),
        Exception(None),
        OSError(9999, "No such thing"),
        StopIteration(7),
        SystemExit(3),
        AssertionError("assert"),
        TypeError("quote ' and \" both"),
    ]
    for e in errors:
        print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)


main()
