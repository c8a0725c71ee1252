class Key:
    def __init__(self, name: str, version: int) -> None:
        self.name = name
        self.version = version

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Key):
            return NotImplemented
        return self.name == other.name and self.version == other.version

    def __hash__(self) -> int:
        return hash((self.name, self.version))

    def __repr__(self) -> str:
        return f"Key({self.name!r}, {self.version})"


def main() -> None:
    table = {Key("a", 1): "first", Key("a", 2): "second"}
    table[Key("a", 1)] = "replaced"
    print(table, len(table), Key("a", 2) in table, Key("b", 1) in table, table[Key("a", 1)])
    print({Key("x", 1), Key("x", 1)}, Key("a", 1) != Key("a", 2), Key("a", 1) == "a")
    try:
        print(table[Key("z", 9)])
    except KeyError as e:
        print("KeyError", e)


main()
