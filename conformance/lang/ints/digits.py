def digits(n: int, base: int) -> list[int]:
    if n == 0:
        return [0]
    result = []
    while n > 0:
        n, d = divmod(n, base)
        result.append(d)
    result.reverse()
    return result


def main() -> None:
    for n in [0, 9, 10, 255, 2**64, 10**25]:
        for base in [2, 7, 10, 16]:
            ds = digits(n, base)
            back = 0
            for d in ds:
                back = back * base + d
            print(n, base, ds[:12], len(ds), back == n)


main()
