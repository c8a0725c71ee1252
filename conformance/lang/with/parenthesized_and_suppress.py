from contextlib import suppress
from typing import Literal


class Tag:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> str:
        print(f"<{self.name}>")
        return self.name

    def __exit__(self, *exc: object) -> Literal[False]:
        print(f"</{self.name}>")
        return False


def main() -> None:
    with (
        Tag("html") as outer,
        Tag("body") as inner,
    ):
        print(outer, inner)
    with suppress(ZeroDivisionError, KeyError):
        print(1 // 0)
    with suppress(ValueError):
        print("fine")
    print("end")


main()
