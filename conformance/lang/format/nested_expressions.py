def double(n: int) -> int:
    return n * 2


def main() -> None:
    items = {"a": 1, "b": 2}
    print(f"{items['a']} {', '.join(f'{k}={v}' for k, v in items.items())}")
    print(f"{double(4)} {(lambda x: x + 1)(5)} {[n for n in range(3)]} {3 if items else 4}")
    print(f"{1 < 2} {not items} {'yes' if 'a' in items else 'no'} {-double(3):+d} {(1, 2)[0]}")
    print(f"""multi {
        double(10)
    } line""")


main()
