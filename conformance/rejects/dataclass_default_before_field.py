from dataclasses import dataclass


@dataclass
class Point:
    x: int = 0
    y: int  # error: KR406


print(Point(1, 2))
