from dataclasses import dataclass


@dataclass
class Point:
    x: int


p = Point(1)
p.x = 2
