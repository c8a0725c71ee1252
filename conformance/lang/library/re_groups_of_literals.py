"""What a pattern written out says of its groups is known when compiling."""

import re

WORD = re.compile(r"[a-z']+")
PAIR = re.compile(r"(?P<key>\w+)\s*=\s*(?P<value>\w+)")
MAYBE = re.compile(r"(\d+)(px)?|(auto)")
LINE = re.compile(
    r"""
    (?P<ip>[\d.]+) \s     # who (and not a group)
    "(?P<path>\S+)" \s
    (?P<status>\d{3})
    """,
    re.VERBOSE | re.IGNORECASE,
)


def lengths(text: str) -> dict[str, int]:
    return {word: len(word) for word in WORD.findall(text.lower())}


def pairs(text: str) -> dict[str, str]:
    result: dict[str, str] = {}
    for key, value in PAIR.findall(text):
        result[key.upper()] = value.strip()
    return result


def status(line: str) -> int:
    m = LINE.match(line)
    if m is None:
        return 0
    print(m["ip"].split("."), m.group("path").lower(), m.groupdict())
    return int(m["status"])


def show(match: re.Match[str] | None) -> str:
    if match is None:
        return "none"
    first = match.group(1)
    return f"{match.group()} {first.zfill(4) if first else '-'}"


print(lengths("It's a Dog's life"))
print(pairs("a=1, b = two"))
print(status('10.0.0.1 "/Index" 404'), status("?"))
print(show(MAYBE.match("12px")), show(MAYBE.match("auto")), show(PAIR.search("x=1")))
for m in PAIR.finditer("one=1 two=2"):
    print(m["key"].title() + m["value"], m.group("key", "value"), m.groups())
for word in re.findall(r"\w+", "some words here"):
    print(word.capitalize(), end=" ")
print([n.upper() + d for n, d in re.findall(r"(\w)(\d)", "a1 b2")])
print([part.strip() for part in re.split(r"[;,]", "a; b,c")])
if hit := re.search(r"(\d+)-(\d+)", "range 10-20"):
    low, high = hit.groups()
    print(int(low) + int(high[0]), int(hit[1]) + int(hit.group(2)))
patterns = [re.compile("a(b)?"), re.compile("(c)"), WORD]
print([bool(p.match("ab")) for p in patterns])
named = {"word": WORD, "pair": PAIR}
print(sorted(named), named["pair"].findall("q=r"))
chosen = re.compile("x")
if len(patterns) > 1:
    chosen = re.compile("(x)(y)?")
print(chosen.findall("xyx"), type(WORD).__name__, type(hit).__name__, MAYBE.findall("1px auto"))


class Lexer:
    def __init__(self) -> None:
        self.number = re.compile(r"\d+")
        self.spec = [("n", re.compile(r"\d+")), ("w", re.compile(r"(\w)\w*"))]

    def kinds(self, text: str) -> list[str]:
        return [name for name, pattern in self.spec if pattern.match(text)]


print(Lexer().kinds("12"), Lexer().kinds("ab"), Lexer().number.findall("1 22"))
whole = PAIR.match("a=1")
if whole:
    try:
        print(whole[3])
    except IndexError as e:
        print(type(e).__name__, e)
