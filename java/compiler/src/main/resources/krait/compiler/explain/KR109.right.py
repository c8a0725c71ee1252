def name(digit: int) -> str:
    if digit == 1:
        return "one"
    return "many"
