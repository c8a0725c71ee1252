from collections.abc import Iterator


def lines() -> Iterator[str]:
    try:
        yield "one"
        yield "two"
    finally:
        print("closed")


def main() -> None:
    kept = [lines()]  # error: KR502
    print(next(kept[0]))


main()
