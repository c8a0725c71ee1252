def main() -> None:
    names = []
    print(names)
