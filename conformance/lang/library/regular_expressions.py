import re


def main() -> None:
    pattern = re.compile(r"(?P<key>\w+)=(?P<value>\d+)")
    for match in pattern.finditer("a=1, bb=22; c=x"):
        print(match.group("key"), match["value"], match.start(), match.span(2), match.groups())
    print(re.findall(r"\d+", "a1b22c333"), re.split(r"[,;]\s*", "a, b;c"))
    print(re.sub(r"a+", "-", "baaad"))
    print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.fullmatch(r"[a-z]+", "abc1") is None)
    found = re.search(r"(\d+)-(\d+)", "tel 555-1234")
    if found:
        print(found.group(), found.group(1), found.groups(), found.end())
    print(re.sub(r"\d", lambda m: str(int(m.group()) * 2), "a1b5"), re.escape("a.b*c"))
    print(re.match(r"x", "abc"), re.findall(r"(a)(b)?", "abaa"), re.findall("^.", "x\ny", re.M))


main()
