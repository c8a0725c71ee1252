def search(items: list[int]) -> list[str]:
    log = []
    for n in items:
        try:
            if n == 1:
                log.append("continue")
                continue
            if n == 3:
                log.append("break")
                break
            log.append(f"body {n}")
        finally:
            log.append(f"finally {n}")
    else:
        log.append("else")
    return log


def first_even(items: list[int]) -> int:
    for n in items:
        try:
            if n % 2 == 0:
                return n
        finally:
            print("leave", n)
    return -1


def main() -> None:
    print(search([0, 1, 2, 3, 4]), search([0, 1]))
    print(first_even([1, 3, 4, 5]), first_even([7]))
    n = 0
    while True:
        try:
            n += 1
            if n < 3:
                continue
            break
        finally:
            print("n", n)


main()
