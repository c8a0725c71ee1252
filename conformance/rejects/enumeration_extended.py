from enum import Enum


class Color(Enum):
    RED = 1


class More(Color):  # error: KR402
    BLUE = 2


print(More.BLUE)
