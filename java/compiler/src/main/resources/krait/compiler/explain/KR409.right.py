class Counter:
    count: int

    def run(self) -> None:
        for self.count in range(3):
            print("step", self.count)


Counter().run()
