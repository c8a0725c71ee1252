class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __format__(self, spec: str) -> str:
        if spec == "polar":
            return f"r={self.x**2 + self.y**2}"
        return f"({self.x:{spec}}, {self.y:{spec}})"

    def __str__(self) -> str:
        return f"<{self.x} {self.y}>"

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


def main() -> None:
    p = Point(3, -14)
    print(f"{p:04d} {p:polar} {p:>5} {p!s} {p!r:>16} {p!s:^9}")
    print("{:x} {!r}".format(p, p), "%s %r" % (p, p), format(p, "+d"), str(p), [p])


main()
