count: int = True
