def area(width: float, width: float) -> float:
    return width * width
