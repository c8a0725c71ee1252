def check(n: int) -> int:
    if n > 2:
        raise ValueError(f"too large: {n}")
    return n


print([check(n) for n in range(2)])
print(sum(check(n) for n in range(5)))
