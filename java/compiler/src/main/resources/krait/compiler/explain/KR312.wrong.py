ratio: float = 1
