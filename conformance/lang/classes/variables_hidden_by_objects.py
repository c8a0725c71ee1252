class Config:
    debug: bool = False
    level = 1
    name: str = "base"
    parent: "Config | None" = None

    def __init__(self, level: int) -> None:
        if level > 1:
            self.level = level

    def bump(self) -> int:
        self.level += 10
        return self.level


class Special(Config):
    name = "special"
    level = 5


class Counter:
    total = 0

    def inc(self, by: int = 1) -> None:
        self.total += by


def main() -> None:
    a, b, c = Config(1), Config(7), Special(1)
    print(a.level, b.level, c.level, Config.level, Special.level)
    print(a.bump(), b.bump(), c.bump(), a.level, Config.level, Special.level)
    Config.level = 100
    print(Config(0).level, a.level, c.level, Special(0).level)
    a.debug = True
    print(a.debug, b.debug, Config.debug)
    c.name = "mine"
    print(a.name, c.name, Special(1).name)
    b.parent = a
    if b.parent is not None:
        print(b.parent.level)
    x, y = Counter(), Counter()
    x.inc()
    x.inc(4)
    Counter.total += 50
    print(x.total, y.total, Counter.total)
    x.total, y.total = y.total, x.total
    [a, b][0].level += 1
    print(x.total, y.total, a.level)
    for a.level in range(3):
        pass
    print(a.level)


main()
