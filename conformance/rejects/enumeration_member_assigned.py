from enum import Enum


class Color(Enum):
    RED = 1


Color.RED = Color(1)  # error: KR405
print(Color.RED)
