def plain(f: int) -> int:
    return f


@plain  # error: KR408
def answer() -> int:
    return 42


print(answer())
