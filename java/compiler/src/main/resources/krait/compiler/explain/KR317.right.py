def area(width: int, height: int) -> int:
    return width * height


print(area(2, 3))
