class Counter:
    def run(self) -> None:
        for self.count in range(3):  # error: KR409
            pass


Counter().run()
