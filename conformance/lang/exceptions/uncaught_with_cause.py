def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("cannot parse") from e


print(parse("1"))
print(parse("one"))
