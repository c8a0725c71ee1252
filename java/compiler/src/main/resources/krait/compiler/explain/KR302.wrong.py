def double(n: int):
    return n * 2
