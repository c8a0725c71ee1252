class Counter:
    def run(self) -> None:
        for self.count in range(3):
            print("step")


Counter().run()
