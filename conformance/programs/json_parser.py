"""Reads and writes JSON, with places in its errors."""

import sys
from typing import Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JsonError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} at {at}")
        self.at = at


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def parse(self) -> Json:
        value = self.value()
        self.skip_space()
        if self.at < len(self.text):
            raise JsonError("extra text", self.at)
        return value

    def skip_space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1

    def peek(self) -> str:
        self.skip_space()
        if self.at >= len(self.text):
            raise JsonError("unexpected end", self.at)
        return self.text[self.at]

    def expect(self, text: str) -> None:
        if not self.text.startswith(text, self.at):
            raise JsonError(f"expected {text!r}", self.at)
        self.at += len(text)

    def value(self) -> Json:
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c == "t":
            self.expect("true")
            return True
        if c == "f":
            self.expect("false")
            return False
        if c == "n":
            self.expect("null")
            return None
        return self.number()

    def object(self) -> Json:
        self.at += 1
        result: dict[str, Json] = {}
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                raise JsonError("expected a name", self.at)
            name = self.string()
            self.peek()
            self.expect(":")
            result[name] = self.value()
            if self.peek() == "}":
                self.at += 1
                return result
            self.expect(",")

    def array(self) -> Json:
        self.at += 1
        result: list[Json] = []
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == "]":
                self.at += 1
                return result
            self.expect(",")

    def string(self) -> str:
        start = self.at
        self.at += 1
        parts: list[str] = []
        while True:
            if self.at >= len(self.text):
                raise JsonError("unclosed text", start)
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(parts)
            if c != "\\":
                parts.append(c)
                continue
            escape = self.text[self.at : self.at + 1]
            self.at += 1
            if escape == "u":
                parts.append(chr(int(self.text[self.at : self.at + 4], 16)))
                self.at += 4
            elif escape in ESCAPES:
                parts.append(ESCAPES[escape])
            else:
                raise JsonError("unknown escape", self.at - 1)

    def number(self) -> Json:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        text = self.text[start : self.at]
        try:
            if "." in text or "e" in text or "E" in text:
                return float(text)
            return int(text)
        except ValueError:
            raise JsonError(f"not a number: {text!r}", start) from None


def write(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list):
        return "[" + ", ".join(write(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{write(k)}: {write(v)}" for k, v in value.items()) + "}"
    return repr(value)


def document(count: int) -> str:
    records = ", ".join(
        f'{{"id": {i}, "name": "item \\u00e9 {i}", "price": {i * 0.25}, "tags": ["a", "b{i}"],'
        f' "active": {"true" if i % 3 else "false"}, "parent": null}}'
        for i in range(count)
    )
    return f'{{"version": 2, "big": 123456789012345678901234567890, "records": [{records}]}}'


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    text = document(count)
    value = Parser(text).parse()
    again = write(value)
    print(len(text), len(again), Parser(again).parse() == value)
    print(again[:160])
    for bad in ["", "[1, 2", '{"a" 1}', "[1,]", '"abc', "nul", "1 2", "-", '"\\x"', "{1: 2}"]:
        try:
            print(Parser(bad).parse())
        except JsonError as e:
            print(repr(bad), e, e.at)


if __name__ == "__main__":
    main()
