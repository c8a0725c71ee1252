"""Regular expressions without backtracking: parsed, turned into states, run in step."""

import sys
from dataclasses import dataclass, field


@dataclass
class Literal:
    char: str


@dataclass
class AnyChar:
    pass


@dataclass
class CharClass:
    chars: str
    negated: bool


@dataclass
class Concat:
    parts: "list[Node]"


@dataclass
class Alternate:
    left: "Node"
    right: "Node"


@dataclass
class Repeat:
    inner: "Node"
    least: int
    unbounded: bool


Node = Literal | AnyChar | CharClass | Concat | Alternate | Repeat
Leaf = Literal | AnyChar | CharClass


class PatternError(Exception):
    pass


class Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def more(self) -> bool:
        return self.at < len(self.pattern)

    def parse(self) -> Node:
        node = self.alternatives()
        if self.more():
            raise PatternError(f"unbalanced ) at {self.at}")
        return node

    def alternatives(self) -> Node:
        node: Node = self.sequence()
        while self.more() and self.pattern[self.at] == "|":
            self.at += 1
            node = Alternate(node, self.sequence())
        return node

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.more() and self.pattern[self.at] not in "|)":
            node = self.atom()
            while self.more() and self.pattern[self.at] in "*+?":
                sign = self.pattern[self.at]
                self.at += 1
                node = Repeat(node, 1 if sign == "+" else 0, sign != "?")
            parts.append(node)
        return Concat(parts)

    def atom(self) -> Node:
        c = self.pattern[self.at]
        self.at += 1
        if c == "(":
            node = self.alternatives()
            if not self.more():
                raise PatternError("missing )")
            self.at += 1
            return node
        if c == ".":
            return AnyChar()
        if c == "[":
            return self.char_class()
        if c == "\\" and self.more():
            c = self.pattern[self.at]
            self.at += 1
            if c == "d":
                return CharClass("0123456789", False)
        elif c in "*+?":
            raise PatternError(f"nothing to repeat at {self.at - 1}")
        return Literal(c)

    def char_class(self) -> Node:
        end = self.pattern.find("]", self.at + 1)
        if end < 0:
            raise PatternError("missing ]")
        body = self.pattern[self.at : end]
        self.at = end + 1
        negated = body.startswith("^")
        if negated:
            body = body[1:]
        chars = ""
        i = 0
        while i < len(body):
            if i + 2 < len(body) and body[i + 1] == "-":
                chars += "".join(chr(c) for c in range(ord(body[i]), ord(body[i + 2]) + 1))
                i += 3
            else:
                chars += body[i]
                i += 1
        return CharClass(chars, negated)


@dataclass
class State:
    leaf: Leaf | None = None
    following: list[int] = field(default_factory=list)


class Automaton:
    def __init__(self, pattern: str) -> None:
        self.states: list[State] = []
        self.start = self.add()
        self.accept = self.build(Parser(pattern).parse(), self.start)

    def add(self) -> int:
        self.states.append(State())
        return len(self.states) - 1

    def build(self, node: Node, begin: int) -> int:
        """Adds states for the node behind `begin`; the state where it ends."""
        if isinstance(node, Concat):
            at = begin
            for part in node.parts:
                at = self.build(part, at)
            return at
        end = self.add()
        if isinstance(node, Alternate):
            for side in (node.left, node.right):
                entry = self.add()
                self.states[begin].following.append(entry)
                self.states[self.build(side, entry)].following.append(end)
        elif isinstance(node, Repeat):
            entry = self.add()
            self.states[begin].following.append(entry)
            last = self.build(node.inner, entry)
            self.states[last].following.append(end)
            if node.unbounded:
                self.states[last].following.append(entry)
            if node.least == 0:
                self.states[begin].following.append(end)
        else:
            entry = self.add()
            self.states[begin].following.append(entry)
            self.states[entry].leaf = node
            self.states[entry].following.append(end)
        return end

    def close(self, states: list[int]) -> list[int]:
        seen = set(states)
        result = states[:]
        for state in result:
            if self.states[state].leaf is None:
                for other in self.states[state].following:
                    if other not in seen:
                        seen.add(other)
                        result.append(other)
        return result

    def matches(self, text: str) -> bool:
        current = self.close([self.start])
        for c in text:
            reached: list[int] = []
            for number in current:
                leaf = self.states[number].leaf
                if leaf is not None and accepts(leaf, c):
                    reached.extend(self.states[number].following)
            current = self.close(sorted(set(reached)))
            if not current:
                return False
        return self.accept in current


def accepts(leaf: Leaf, c: str) -> bool:
    match leaf:
        case Literal(char):
            return char == c
        case AnyChar():
            return True
        case CharClass(chars, negated):
            return (c in chars) != negated


CASES = [
    ("abc", ["abc", "ab", "abcd"]),
    ("a*b+c?", ["b", "aabbc", "ac", ""]),
    ("(ab|cd)*", ["", "abcdab", "abc"]),
    ("[a-z]+@[a-z]+\\.(org|net)", ["ada@home.org", "ada@home.com", "@x.net"]),
    ("\\d\\d?:\\d\\d", ["9:05", "19:30", "7:5"]),
    ("[^0-9]*", ["", "abc", "a1"]),
    ("(a|b)*abb", ["abb", "aababb", "ab"]),
    ("", ["", "x"]),
    (".é.", ["aéb", "😀é😀", "ab"]),
]


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 14
    for pattern, texts in CASES:
        automaton = Automaton(pattern)
        print(pattern, len(automaton.states), [automaton.matches(text) for text in texts])
    slow = Automaton("a?" * n + "a" * n)
    print([slow.matches("a" * k) for k in (n - 1, n, 2 * n, 2 * n + 1)])
    for bad in ["(a", "a)", "*a", "[ab"]:
        try:
            Automaton(bad)
        except PatternError as e:
            print(bad, e)


if __name__ == "__main__":
    main()
