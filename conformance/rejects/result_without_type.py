def double(n: int):  # error: KR302
    return n * 2


print(double(1))
