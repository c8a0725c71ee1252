class Cache:
    def __init__(self) -> None:
        self.clear()  # error: KR401
        self.size = 0

    def clear(self) -> None:
        print(self.size)


Cache()
