def plain(f: int) -> int:
    return f


@plain
def answer() -> int:
    return 42


print(answer())
