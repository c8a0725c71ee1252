class Counter:
    def __init__(self) -> None:
        self.count = 0

    def start(self) -> None:
        self.count = 0
