def outer() -> None:
    def inner() -> None:
        nonlocal count  # error: KR207
        count = 1

    inner()


outer()
