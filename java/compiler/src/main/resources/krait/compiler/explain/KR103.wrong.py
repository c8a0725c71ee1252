def limit() -> int:
    return 3


limit() = 4
