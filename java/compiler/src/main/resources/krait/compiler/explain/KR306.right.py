def main() -> None:
    names: list[str] = []
    print(names)
