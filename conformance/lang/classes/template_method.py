class Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.errors = 0
        self.setup()

    def setup(self) -> None:
        self.errors = 0

    def run(self) -> list[int]:
        return [self.convert(part) for part in self.parts() if self.accepts(part)]

    def parts(self) -> list[str]:
        return self.text.split()

    def accepts(self, part: str) -> bool:
        return True

    def convert(self, part: str) -> int:
        try:
            return int(part)
        except ValueError:
            self.errors += 1
            return -1


class HexParser(Parser):
    def convert(self, part: str) -> int:
        return int(part, 16)

    def accepts(self, part: str) -> bool:
        return all(c in "0123456789abcdef" for c in part)


def main() -> None:
    p = Parser("1 2 x 30")
    print(p.run(), p.errors)
    print(HexParser("ff 10 xyz ffffffffffffffffff").run())


main()
