class Counter:
    def __init__(self) -> None:
        self.__count = 0


print(Counter().__count)  # error: KR314
