from ..circle import COUNT

VALUE = COUNT * 6


def double(n: int) -> int:
    return n * 2
