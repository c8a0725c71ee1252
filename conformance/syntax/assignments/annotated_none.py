None: int
