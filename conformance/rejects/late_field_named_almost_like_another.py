class Record:
    def __init__(self) -> None:
        self.date = 1

    def load(self) -> None:
        self.data = 2  # error: KR401


Record().load()
