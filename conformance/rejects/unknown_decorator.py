from typing import Callable


def plain(f: Callable[[int], int]) -> Callable[[int], int]:
    return f


class Table:
    @plain  # error: KR408
    def answer(self) -> int:
        return 42


print(Table().answer())
