def f(n: int) -> None:
    if n > 0:
        break  # error: KR207


f(1)
