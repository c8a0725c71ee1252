class Shape:
    def area(self) -> float:
        return 1.0


def largest[S: Shape](shapes: list[S]) -> S:
    return shapes[0]


print(largest([1, 2]))  # error: KR305
