def count(start: int, stop: int, step: int) -> list[int]:
    result = []
    for n in range(start, stop, step):
        result.append(n)
    return result


def main() -> None:
    print(count(0, 5, 1), count(5, 0, -1), count(0, 5, 2), count(0, 5, -1), count(-3, 3, 3))
    limit = 3
    for i in range(limit):
        limit = 10
        i += 100
        print(i, limit)
    for i in range(3):
        pass
    print(i)
    for _ in range(-5):
        print("never")
    print([n for n in range(2**63 - 2, 2**63 + 1)], count(2**63 - 3, 2**63 + 5, 4))


main()
