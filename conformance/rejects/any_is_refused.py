from typing import Any


def show(value: Any) -> None:  # error: KR304
    print(value)


show(1)
