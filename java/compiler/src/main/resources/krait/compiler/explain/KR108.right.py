def step(n: int) -> int:
    while n > 10:
        n = n // 2
    return n
