def kind(value: object) -> str:
    return "tuple" if value is (1, 2) else "other"  # error: KR503


print(kind(3))
