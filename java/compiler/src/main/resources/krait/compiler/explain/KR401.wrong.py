class Record:
    def __init__(self) -> None:
        self.date = "2026-11-21"

    def load(self) -> None:
        self.data = [1, 2, 3]


record = Record()
record.load()
print(record.date, record.data)
