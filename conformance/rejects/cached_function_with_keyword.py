from functools import cache


@cache
def double(n: int) -> int:
    return n * 2


print(double(n=4))  # error: KR317
