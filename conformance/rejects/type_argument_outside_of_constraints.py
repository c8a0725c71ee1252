from typing import TypeVar

Number = TypeVar("Number", int, float)


def same(value: Number) -> Number:
    return value


print(same(1), same(1.5), same("a"))  # error: KR305
