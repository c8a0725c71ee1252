count: int = int(True)
