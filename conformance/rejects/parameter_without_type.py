def double(n) -> int:  # error: KR301
    return 2


print(double(1))
