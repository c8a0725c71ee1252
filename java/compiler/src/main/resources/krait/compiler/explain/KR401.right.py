class Cache:
    def __init__(self, size: int) -> None:
        self.size = size


print(Cache(1).size)
