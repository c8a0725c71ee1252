class Counter:
    def start(self) -> None:
        self.count = 0
