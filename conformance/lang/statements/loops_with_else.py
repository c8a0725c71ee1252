def find(items: list[int], wanted: int) -> str:
    for i, n in enumerate(items):
        if n == wanted:
            break
    else:
        return "not found"
    return f"at {i}"


def countdown(n: int) -> None:
    while n > 0:
        n -= 1
        if n == 7:
            print("seven")
            break
    else:
        print("reached zero")


def main() -> None:
    print(find([1, 2, 3], 2), find([], 1), find([5], 6))
    countdown(3)
    countdown(10)
    for a in range(3):
        for b in range(3):
            if b > a:
                break
            if (a + b) % 2:
                continue
            print(a, b)
        else:
            print("inner finished", a)


main()
