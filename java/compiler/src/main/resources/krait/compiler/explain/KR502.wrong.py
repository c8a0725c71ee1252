from collections.abc import Iterator


def lines() -> Iterator[str]:
    try:
        yield "one"
    finally:
        print("closed")


kept = [lines()]
