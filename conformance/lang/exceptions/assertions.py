def check(n: int) -> int:
    assert n > 0
    assert n < 100, f"too large: {n}"
    assert n % 2 == 0, ("odd", n)
    return n


def main() -> None:
    for n in [2, -1, 200, 5]:
        try:
            print(check(n))
        except AssertionError as e:
            print("AssertionError", repr(str(e)), e.args)


main()
