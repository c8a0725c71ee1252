def square(base: int) -> int:
    return base**2
