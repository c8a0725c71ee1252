class Config:
    limit = 10
    names: list[str] = []
    ratio: float = 0.5
    label: str = "none"

    def __init__(self, own: int) -> None:
        self.own = own

    def describe(self) -> str:
        return f"{self.limit} {self.names} {self.ratio} {self.label} {self.own}"


class Special(Config):
    limit = 20


def main() -> None:
    a, b = Config(1), Config(2)
    a.names.append("shared")
    print(a.describe(), b.describe(), Special(3).describe())
    Config.limit = 11
    print(a.limit, Special.limit, Config.limit)
    a.label = "mine"
    print(a.label, b.label, Config.label)


main()
