"""Splits the text of a small language into tokens, and counts words."""

import sys
from dataclasses import dataclass
from enum import Enum
from typing import Iterator


class Kind(Enum):
    NAME = "name"
    NUMBER = "number"
    TEXT = "text"
    OPERATOR = "operator"
    KEYWORD = "keyword"
    END = "end"


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column} {self.kind.value} {self.text!r}"


KEYWORDS = {"let", "if", "else", "while", "func", "return"}
LONG_OPERATORS = ["==", "!=", "<=", ">=", "&&", "||", "->"]


class TokenError(Exception):
    pass


def tokens(source: str) -> Iterator[Token]:
    at = 0
    line = 1
    line_start = 0
    while at < len(source):
        c = source[at]
        begin = at
        if c == "\n":
            at += 1
            line += 1
            line_start = at
            continue
        if c.isspace():
            at += 1
            continue
        if c == "#":
            while at < len(source) and source[at] != "\n":
                at += 1
            continue
        if c.isalpha() or c == "_":
            while at < len(source) and (source[at].isalnum() or source[at] == "_"):
                at += 1
            text = source[begin:at]
            kind = Kind.KEYWORD if text in KEYWORDS else Kind.NAME
        elif c.isdigit():
            while at < len(source) and (source[at].isdigit() or source[at] == "."):
                at += 1
            kind = Kind.NUMBER
        elif c == '"':
            end = source.find('"', at + 1)
            if end < 0:
                raise TokenError(f"{line}:{begin - line_start + 1} text is not closed")
            at = end + 1
            kind = Kind.TEXT
        elif source[at : at + 2] in LONG_OPERATORS:
            at += 2
            kind = Kind.OPERATOR
        elif c in "+-*/%=<>(){}[],;.!":
            at += 1
            kind = Kind.OPERATOR
        else:
            raise TokenError(f"{line}:{begin - line_start + 1} unexpected {c!r}")
        yield Token(kind, source[begin:at], line, begin - line_start + 1)
    yield Token(Kind.END, "", line, at - line_start + 1)


SOURCE = """# greets
func größe(x, y) -> int {
    let answer = 42.5 * (x + y);
    if answer >= 10 && x != "a b" { return answer; }
    while x { x = x - 1; }
}
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for token in tokens(SOURCE):
        print(token)
    counts: dict[Kind, int] = {kind: 0 for kind in Kind}
    words: dict[str, int] = {}
    for token in tokens(SOURCE * rounds):
        counts[token.kind] += 1
        if token.kind is Kind.NAME:
            words[token.text] = words.get(token.text, 0) + 1
    print({kind.name: n for kind, n in counts.items()})
    print(sorted(words.items(), key=lambda item: (-item[1], item[0])))
    for bad in ['let x = "abc', "a $ b", "\n\n  @"]:
        try:
            print(len(list(tokens(bad))))
        except TokenError as e:
            print(e)


if __name__ == "__main__":
    main()
