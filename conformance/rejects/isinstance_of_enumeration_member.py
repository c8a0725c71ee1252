from enum import IntEnum


class Size(IntEnum):
    SMALL = 1


def kind(value: object) -> str:
    return "int" if isinstance(value, int) else "other"  # error: KR501


print(kind(Size.SMALL))
