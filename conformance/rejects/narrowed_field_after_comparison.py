class Key:
    def __init__(self) -> None:
        self.label: str | None = "a"

    def __eq__(self, other: object) -> bool:
        self.label = None
        return True


def label(key: Key, keys: list[Key]) -> str:
    if key.label is not None and key in keys:
        return key.label.upper()  # error: KR313
    return ""


print(label(Key(), [Key()]))
