def run(n: int) -> int:
    return helper(n) + 1


def helper(n: int) -> int:
    return 100 // n
