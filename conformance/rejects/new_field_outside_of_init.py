class Counter:
    def start(self) -> None:
        self.count = 0  # error: KR409


Counter().start()
