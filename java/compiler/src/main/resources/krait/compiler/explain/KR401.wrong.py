class Cache:
    def __init__(self, size: int) -> None:
        if size > 0:
            self.size = size


print(Cache(1).size)
