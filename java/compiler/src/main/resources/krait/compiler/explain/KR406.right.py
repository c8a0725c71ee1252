from dataclasses import dataclass


@dataclass
class Point:
    y: int
    x: int = 0
