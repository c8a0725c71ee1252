f() -> int:
    pass
