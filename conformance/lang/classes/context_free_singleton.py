class Registry:
    _instance: "Registry | None" = None

    def __init__(self) -> None:
        self.items: dict[str, int] = {}

    @classmethod
    def get(cls) -> "Registry":
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def add(self, name: str) -> int:
        self.items[name] = len(self.items)
        return self.items[name]


def main() -> None:
    print(Registry.get() is Registry.get(), Registry.get().add("a"), Registry.get().add("b"))
    print(Registry.get().items)


main()
