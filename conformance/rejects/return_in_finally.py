def last() -> int:
    try:
        return 1
    finally:
        for number in range(3):
            break
        return 2  # error: KR503


print(last())
