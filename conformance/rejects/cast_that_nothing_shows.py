from typing import cast


def first(value: object) -> int:
    return cast(list[int], value)[0]  # error: KR310


print(first([1]))
