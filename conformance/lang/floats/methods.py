def main() -> None:
    for x in [1.0, 0.5, -0.75, 1e300, 0.0, -0.0, 0.1]:
        print(x.is_integer(), x.hex(), x.as_integer_ratio())
    print(float.fromhex("0x1.8p1"), float.fromhex("-0x.1p4"), float("inf").hex())
    try:
        print(float("inf").as_integer_ratio())
    except OverflowError as e:
        print(e)


main()
