def sign(n: int) -> int:  # error: KR325
    if n > 0:
        return 1


print(sign(1))
