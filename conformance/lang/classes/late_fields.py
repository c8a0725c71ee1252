"""Fields that methods other than __init__ set first."""


class Counter:
    def __init__(self) -> None:
        self.reset()
        self.step = 2

    def reset(self) -> None:
        self.count = 0
        self.names: list[str] = []

    def grow(self) -> int:
        self.count += self.step
        self.names.append(str(self.count))
        return self.count


class Wide:
    """Every kind of value, none of them set at first."""

    number: int
    part: float
    text: str
    flag: bool
    maybe: int | None
    items: list[int]

    def fill(self, number: int) -> None:
        self.number = number
        self.part, self.text = number / 2, str(number)
        self.flag = number > 3
        self.maybe = None
        self.items = [number]
        self.__hidden = number + 1

    def hidden(self) -> int:
        return self.__hidden


class Deep(Wide):
    def fill(self, number: int) -> None:
        self.more = [number, number]
        super().fill(number)


class OneWay:
    def __init__(self, size: int) -> None:
        if size > 0:
            self.size = size


class Registry:
    def __init__(self) -> None:
        self.parts: list["Part"] = []

    def add(self, part: "Part") -> None:
        try:
            print(part.label)
        except AttributeError as error:
            print(error)
        self.parts.append(part)


class Part:
    def __init__(self, registry: Registry) -> None:
        registry.add(self)
        self.label = "part"


class Base:
    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        print("begin")


class Below(Base):
    def __init__(self) -> None:
        super().__init__()
        self.value = 5

    def begin(self) -> None:
        try:
            print(self.value)
        except AttributeError as error:
            print("early:", error)


class Loaded:
    def load(self) -> None:
        with_name = "x" * 3
        self.name = with_name

    @property
    def upper(self) -> str:
        return self.name.upper()

    @upper.setter
    def upper(self, value: str) -> None:
        self.given = value.lower()


def show(wide: Wide) -> None:
    for attempt in range(7):
        try:
            match attempt:
                case 0:
                    print(wide.number)
                case 1:
                    print(wide.part)
                case 2:
                    print(wide.text)
                case 3:
                    print(wide.flag)
                case 4:
                    print(wide.maybe)
                case 5:
                    print(wide.items)
                case _:
                    print(wide.hidden())
        except AttributeError as error:
            print(type(error).__name__, error)


counter = Counter()
print(counter.grow(), counter.grow(), counter.names)
counter.reset()
print(counter.count, counter.names)
counter.count = 2**70
print(counter.grow())
show(Wide())
deep = Deep()
show(deep)
deep.fill(8)
show(deep)
print(deep.more)
deep.fill(2**80)
print(deep.number, deep.more, deep.hidden())
print(OneWay(3).size)
try:
    print(OneWay(0).size)
except AttributeError as error:
    print(error)
registry = Registry()
print(Part(registry).label, [part.label for part in registry.parts])
print(Below().value)
loaded = Loaded()
try:
    print(loaded.upper)
except AttributeError as error:
    print(error)
loaded.load()
loaded.upper = "ABC"
print(loaded.upper, loaded.given)
