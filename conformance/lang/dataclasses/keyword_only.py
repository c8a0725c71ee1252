from dataclasses import KW_ONLY, dataclass, field, fields


@dataclass
class Base:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


@dataclass
class Below(Base):
    d: str
    e: str = field(default="e", kw_only=True)


@dataclass(order=True, frozen=True)
class Only:
    _: KW_ONLY
    x: int
    y: float = 0.5


def main() -> None:
    print(Base(1, c=3), Base(1, b=5, c=4), Base(c=1, a=2))
    print(Below(1, "d", c=9), Below(1, "d", c=9, e="f", b=0), Only(x=1), Only(x=1) < Only(x=2))
    print([(f.name, f.kw_only) for f in fields(Below)], [f.name for f in fields(Only)])


main()
