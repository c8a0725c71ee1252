count: int = 3
