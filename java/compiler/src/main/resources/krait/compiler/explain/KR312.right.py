ratio: float = 1.0
