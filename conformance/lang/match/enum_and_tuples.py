from enum import Enum


class Light(Enum):
    RED = "r"
    GREEN = "g"
    AMBER = "a"


def after(light: Light) -> Light:
    match light:
        case Light.RED:
            return Light.GREEN
        case Light.GREEN:
            return Light.AMBER
        case Light.AMBER:
            return Light.RED


def quadrant(point: tuple[int, int]) -> str:
    match point:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"y axis at {y}"
        case (x, 0):
            return f"x axis at {x}"
        case (x, y) if x > 0 and y > 0:
            return "first"
        case (x, y):
            return f"elsewhere {x * y}"


def main() -> None:
    light = Light.RED
    for _ in range(4):
        print(light.name)
        light = after(light)
    print([quadrant(p) for p in [(0, 0), (0, 5), (-3, 0), (1, 1), (-2, 7)]])


main()
