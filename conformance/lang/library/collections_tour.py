from collections import Counter, OrderedDict, defaultdict, deque


def main() -> None:
    d: deque[str] = deque("abc", maxlen=4)
    d.append("d")
    d.append("e")
    d.appendleft("z")
    print(d, d[0], d[-1], len(d), "c" in d, list(reversed(d)))
    d.extendleft(["x", "y"])
    d.rotate(-1)
    print(d, d.index("x"), d.count("x"))
    c = Counter("hello world")
    c.update("lll")
    c.subtract({"o": 1})
    print(c.most_common(3), c["q"], c.total(), sorted(c.elements())[:4], c - Counter("llllll"))
    o: OrderedDict[str, int] = OrderedDict([("a", 1), ("b", 2)])
    o.move_to_end("a")
    print(o, o.popitem(last=False))
    words: defaultdict[str, set[int]] = defaultdict(set)
    for i, word in enumerate("x y x".split()):
        words[word].add(i)
    print(dict(words))


main()
