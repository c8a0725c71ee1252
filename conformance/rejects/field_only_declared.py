class Point:  # error: KR401
    x: int


print(Point().x)
