class Count:
    def __init__(self, number: int) -> None:
        self.number = number

    def __sub__(self, other: int) -> "Count":
        return Count(self.number - other)


class Loud(Count):
    def __isub__(self, other: int) -> Count:
        print("less")
        return self


def lower(count: Count) -> Count:
    count -= 1  # error: KR315
    return count


print(lower(Loud(2)).number)
