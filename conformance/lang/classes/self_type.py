from typing import Self


class Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, part: str) -> Self:
        self.parts.append(part)
        return self

    def build(self) -> str:
        return " ".join(self.parts)


class HtmlBuilder(Builder):
    def tag(self, name: str) -> Self:
        return self.add(f"<{name}>")


def main() -> None:
    print(Builder().add("a").add("b").build(), HtmlBuilder().add("x").tag("p").add("y").build())


main()
