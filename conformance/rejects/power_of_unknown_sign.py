def power(base: int, exponent: int) -> int:
    return base**exponent  # error: KR324


print(power(2, 3))
